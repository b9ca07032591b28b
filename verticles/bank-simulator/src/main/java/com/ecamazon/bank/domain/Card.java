package com.ecamazon.bank.domain;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** What the acquirer keeps of a card: never the number, never the cvc. */
public record Card(
        String token, Brand brand, String last4, int expMonth, int expYear, String fingerprint, Behaviour behaviour) {

    boolean expiredAt(Instant now) {
        return expired(expMonth, expYear, now);
    }

    /** A card is good until the end of its month. */
    static boolean expired(int month, int year, Instant now) {
        return YearMonth.of(year, month).isBefore(YearMonth.from(now.atOffset(ZoneOffset.UTC)));
    }
}
