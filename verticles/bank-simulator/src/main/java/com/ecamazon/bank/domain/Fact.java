package com.ecamazon.bank.domain;

import java.time.Instant;

/** Something that happened. The book is the sum of its facts, in order. */
public sealed interface Fact {

    /** A card became a token. */
    record CardStored(Card card) implements Fact {}

    /** An authorisation was asked for and answered. */
    record Authorized(
            String reference,
            String token,
            Money amount,
            Authorization.State state,
            Authorization.Reason reason,
            Behaviour behaviour,
            Instant at)
            implements Fact {}

    /** A pending authorisation was approved by its issuer. */
    record Approved(String reference, Instant at) implements Fact {}

    /** An authorisation was given up, or a reference was barred before it was used. */
    record Voided(String reference, Instant at) implements Fact {}

    /** A capture, refund or chargeback was recorded, or a pending one ended. */
    record Moved(String reference, Operation operation, Instant at) implements Fact {}
}
