package com.ecamazon.bank.domain;

import static com.ecamazon.bank.domain.Outcome.happens;
import static com.ecamazon.bank.domain.Outcome.refused;
import static com.ecamazon.bank.domain.Outcome.stands;

import com.ecamazon.bank.domain.Authorization.Reason;
import com.ecamazon.bank.domain.Authorization.State;
import com.ecamazon.bank.domain.Operation.Kind;
import com.ecamazon.bank.domain.Registered.Known;
import com.ecamazon.bank.domain.Registered.Tombstone;
import com.ecamazon.bank.domain.Registered.Unknown;
import java.time.Instant;
import java.util.Optional;

/** The rules of the acquirer, each a function of what is known and what is asked. */
public final class Decisions {

    private Decisions() {}

    /** Asks the issuer of the card; a reference that was voided before is answered as voided. */
    public static Outcome authorize(Registered registered, Card card, Money amount, Instant now) {
        return switch (registered) {
            case Known(Authorization known) ->
                known.token().equals(card.token()) && known.amount().equals(amount)
                        ? stands()
                        : refused(Refusal.REFERENCE_REUSED);
            case Tombstone(String reference) ->
                happens(authorized(reference, card, amount, State.VOIDED, Reason.NONE, now));
            case Unknown(String reference) -> happens(askIssuer(reference, card, amount, now));
        };
    }

    private static Fact askIssuer(String reference, Card card, Money amount, Instant now) {
        if (card.expiredAt(now)) {
            return authorized(reference, card, amount, State.DECLINED, Reason.EXPIRED_CARD, now);
        }
        return switch (card.behaviour()) {
            case APPROVE -> authorized(reference, card, amount, State.APPROVED, Reason.NONE, now);
            case DECLINE -> authorized(reference, card, amount, State.DECLINED, Reason.DECLINED, now);
            case NO_FUNDS -> authorized(reference, card, amount, State.DECLINED, Reason.INSUFFICIENT_FUNDS, now);
            case ANSWER_LATER -> authorized(reference, card, amount, State.PENDING, Reason.NONE, now);
        };
    }

    private static Fact authorized(String reference, Card card, Money amount, State state, Reason reason, Instant now) {
        return new Fact.Authorized(reference, card.token(), amount, state, reason, card.behaviour(), now);
    }

    /** Gives up what is held. Nothing is held by a declined or voided one, so those stand. */
    public static Outcome cancel(Registered registered, Instant now) {
        return switch (registered) {
            case Unknown(String reference) -> happens(new Fact.Voided(reference, now));
            case Tombstone _ -> stands();
            case Known(Authorization known) when known.hasCaptures() -> refused(Refusal.ALREADY_CAPTURED);
            case Known(Authorization known) ->
                known.state() == State.APPROVED || known.state() == State.PENDING
                        ? happens(new Fact.Voided(known.reference(), now))
                        : stands();
        };
    }

    /** Takes money from the card, in one part or several. */
    public static Outcome capture(Registered registered, String operationReference, Money amount, Instant now) {
        return move(registered, Kind.CAPTURE, operationReference, amount, known -> {
            long left = known.amount().amount() - known.captured().amount();
            return amount.amount() > left
                    ? refused(Refusal.OVER_CAPTURE)
                    : moved(known, Kind.CAPTURE, operationReference, amount, Operation.State.SUCCESS, now);
        });
    }

    /**
     * Gives captured money back, in one part or several.
     *
     * @param issuerRefuses the issuer does not take the money: the refund is recorded as a failure
     */
    public static Outcome refund(
            Registered registered, String operationReference, Money amount, boolean issuerRefuses, Instant now) {
        return move(registered, Kind.REFUND, operationReference, amount, known -> {
            if (amount.amount() > known.refundable()) {
                return refused(Refusal.OVER_REFUND);
            }
            Operation.State state = issuerRefuses
                    ? Operation.State.FAILURE
                    : known.behaviour() == Behaviour.ANSWER_LATER ? Operation.State.PENDING : Operation.State.SUCCESS;
            return moved(known, Kind.REFUND, operationReference, amount, state, now);
        });
    }

    /** The card holder takes money back against the merchant's will. */
    public static Outcome chargeBack(Registered registered, String operationReference, Money amount, Instant now) {
        return move(
                registered,
                Kind.CHARGEBACK,
                operationReference,
                amount,
                known -> amount.amount() > known.refundable()
                        ? refused(Refusal.OVER_CHARGEBACK)
                        : moved(known, Kind.CHARGEBACK, operationReference, amount, Operation.State.SUCCESS, now));
    }

    /** The issuer approves what was pending; anything else stands. */
    public static Outcome approvePending(Registered registered, Instant now) {
        return registered instanceof Known(Authorization known) && known.state() == State.PENDING
                ? happens(new Fact.Approved(known.reference(), now))
                : stands();
    }

    /** The issuer takes a refund that was pending; anything else stands. */
    public static Outcome settlePendingRefund(Registered registered, String operationReference, Instant now) {
        if (registered instanceof Known(Authorization known)) {
            Optional<Outcome> settled = known.operation(Kind.REFUND, operationReference)
                    .filter(refund -> refund.state() == Operation.State.PENDING)
                    .map(refund -> happens(new Fact.Moved(known.reference(), refund.in(Operation.State.SUCCESS), now)));
            return settled.orElseGet(Outcome::stands);
        }
        return stands();
    }

    private interface Rule {
        Outcome decide(Authorization known);
    }

    private static Outcome move(Registered registered, Kind kind, String operationReference, Money amount, Rule rule) {
        return switch (registered) {
            case Unknown _ -> refused(Refusal.UNKNOWN_REFERENCE);
            case Tombstone _ -> refused(Refusal.NOT_APPROVED);
            case Known(Authorization known) -> {
                Optional<Operation> before = known.operation(kind, operationReference);
                if (before.isPresent()) {
                    yield before.get().amount().equals(amount) ? stands() : refused(Refusal.REFERENCE_REUSED);
                }
                if (known.state() != State.APPROVED) {
                    yield refused(Refusal.NOT_APPROVED);
                }
                if (!known.amount().currency().equals(amount.currency())) {
                    yield refused(Refusal.CURRENCY_MISMATCH);
                }
                yield amount.amount() == 0 ? refused(Refusal.AMOUNT_NOT_POSITIVE) : rule.decide(known);
            }
        };
    }

    private static Outcome moved(
            Authorization known,
            Kind kind,
            String operationReference,
            Money amount,
            Operation.State state,
            Instant now) {
        return happens(new Fact.Moved(known.reference(), new Operation(kind, operationReference, amount, state), now));
    }
}
