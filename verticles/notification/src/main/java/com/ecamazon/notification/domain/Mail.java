package com.ecamazon.notification.domain;

import com.ecamazon.contract.Email;
import com.ecamazon.contract.notification.Notices.DeliveryState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail and where it stands.
 *
 * @param subject what it is about, such as an order number
 * @param attempts how often it was tried in vain since it was last asked for, or until it was sent
 * @param dueAt while it is pending: when whoever has the lease has lost it, or when it is tried next
 * @param source the id of the event that it follows from; absent in what was written before this was kept
 * @param at when it was written down
 */
public record Mail(
        Email to,
        String event,
        String subject,
        String title,
        List<String> paragraphs,
        DeliveryState state,
        int attempts,
        @Nullable String error,
        Instant dueAt,
        @Nullable String source,
        Instant at) {
    public Mail {
        paragraphs = List.copyOf(paragraphs);
    }

    /** A mail that its writer sends at once. */
    public static Mail of(Email to, Message message, String source, Instant now, MailPolicy policy) {
        return new Mail(
                to,
                message.event(),
                message.subject(),
                message.title(),
                message.paragraphs(),
                DeliveryState.PENDING,
                0,
                null,
                now.plus(policy.lease()),
                source,
                now);
    }

    public boolean isDue(Instant now) {
        return state == DeliveryState.PENDING && !now.isBefore(dueAt);
    }

    /** Taken by whoever sends it now. */
    public Mail leased(Instant now, MailPolicy policy) {
        return with(DeliveryState.PENDING, attempts, error, now.plus(policy.lease()));
    }

    public Mail sent() {
        return with(DeliveryState.SENT, attempts + 1, null, dueAt);
    }

    /**
     * Tried in vain.
     *
     * @param hopeless whether another try would end the same way
     * @param chance from 0 to 1, spreads the tries of many
     */
    public Mail failed(String reason, boolean hopeless, Instant now, MailPolicy policy, double chance) {
        int tried = attempts + 1;
        return hopeless || tried >= policy.tries()
                ? with(DeliveryState.PARKED, tried, reason, dueAt)
                : with(DeliveryState.PENDING, tried, reason, now.plus(policy.backoff(tried, chance)));
    }

    /** Asked for again. */
    public Mail again(Instant now, MailPolicy policy) {
        return with(DeliveryState.PENDING, 0, null, now.plus(policy.lease()));
    }

    private Mail with(DeliveryState newState, int newAttempts, @Nullable String newError, Instant newDueAt) {
        return new Mail(to, event, subject, title, paragraphs, newState, newAttempts, newError, newDueAt, source, at);
    }
}
