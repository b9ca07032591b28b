package com.ecamazon.bank.domain;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * News for the merchant about one fact.
 *
 * @param operationReference of a capture, refund or chargeback; else empty text
 */
public record Notice(String type, String reference, String operationReference, String state, Money amount, Instant at) {

    /** The news of a fact just applied to the book; cards and barred references make none. */
    public static Optional<Notice> of(Fact fact, Book book) {
        return switch (fact) {
            case Fact.CardStored _ -> Optional.empty();
            case Fact.Authorized a -> Optional.of(authorization(a.reference(), a.state(), a.amount(), a.at()));
            case Fact.Approved a ->
                Optional.of(authorization(
                        a.reference(),
                        Authorization.State.APPROVED,
                        book.known(a.reference()).amount(),
                        a.at()));
            case Fact.Voided v ->
                book.find(v.reference()) instanceof Registered.Known(Authorization known)
                        ? Optional.of(authorization(v.reference(), Authorization.State.VOIDED, known.amount(), v.at()))
                        : Optional.empty();
            case Fact.Moved m -> Optional.of(operation(m));
        };
    }

    private static Notice authorization(String reference, Authorization.State state, Money amount, Instant at) {
        String text = text(state);
        return new Notice("authorization." + text, reference, "", text, amount, at);
    }

    private static Notice operation(Fact.Moved moved) {
        Operation operation = moved.operation();
        String text = text(operation.state());
        return new Notice(
                text(operation.kind()) + "." + text,
                moved.reference(),
                operation.reference(),
                text,
                operation.amount(),
                moved.at());
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
