package com.ecamazon.contract.auditor;

import com.ecamazon.contract.Require;
import com.ecamazon.contract.notification.Notices.Channel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a domain owes others to hear, and what people were told. */
public final class EventFacts {
    private EventFacts() {}

    /** Asks for what was left in outboxes since this time or longer, and for what is parked. */
    public record OutboxQuery(Instant before) {
        public OutboxQuery {
            Require.present(before, "before");
        }
    }

    /** What was not heard yet, the longest waiting first; not all of it when there is very much. */
    public record Outboxes(List<Owed> owed, List<ParkedFact> parked) {}

    /**
     * An aggregate with events that wait in its outbox.
     *
     * @param last the number of the newest event that it ever had
     * @param waiting the numbers of those in the outbox
     * @param topic of the oldest of them
     */
    public record Owed(String collection, String subject, long last, List<Long> waiting, String topic, Instant since) {}

    /** An event that a subscriber group kept refusing. */
    public record ParkedFact(String event, String group, String reason) {}

    /** A page of messages to people, by what they are about. */
    public record MessagePage(
            List<MessageFact> items, @Nullable String next) {}

    /**
     * Somebody was told something.
     *
     * @param subject such as an order's number
     * @param source the id of the event that it follows from; absent for a message that was written before this was kept
     * @param to a digest of whom
     */
    public record MessageFact(
            String document,
            String event,
            String subject,
            Channel channel,
            @Nullable String source,
            String to) {}
}
