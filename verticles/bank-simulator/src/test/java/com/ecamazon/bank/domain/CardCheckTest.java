package com.ecamazon.bank.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CardCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-30T23:59:59Z");

    @Test
    void number_failingLuhn_isInvalid() {
        assertThat(check("4242424242424241", 12, 2030, "123")).isEqualTo(new CardCheck.Bad(Refusal.INVALID_NUMBER));
        assertThat(check("42424242", 12, 2030, "123")).isEqualTo(new CardCheck.Bad(Refusal.INVALID_NUMBER));
        assertThat(check("4242a24242424242", 12, 2030, "123")).isEqualTo(new CardCheck.Bad(Refusal.INVALID_NUMBER));
    }

    @Test
    void expiry_isGoodUntilTheEndOfItsMonth() {
        assertThat(check("4242424242424242", 11, 2026, "123")).isInstanceOf(CardCheck.Good.class);
        assertThat(check("4242424242424242", 10, 2026, "123")).isEqualTo(new CardCheck.Bad(Refusal.EXPIRED));
        assertThat(check("4242424242424242", 13, 2026, "123")).isEqualTo(new CardCheck.Bad(Refusal.INVALID_EXPIRY));
        assertThat(check("4242424242424242", 11, 26, "123")).isEqualTo(new CardCheck.Bad(Refusal.INVALID_EXPIRY));
    }

    @Test
    void cvc_hasTheLengthOfItsBrand() {
        assertThat(check("4242424242424242", 12, 2030, "1234")).isEqualTo(new CardCheck.Bad(Refusal.INVALID_CVC));
        assertThat(check("4242424242424242", 12, 2030, "12a")).isEqualTo(new CardCheck.Bad(Refusal.INVALID_CVC));
        assertThat(check("378282246310005", 12, 2030, "1234")).isInstanceOf(CardCheck.Good.class);
        assertThat(check("378282246310005", 12, 2030, "123")).isEqualTo(new CardCheck.Bad(Refusal.INVALID_CVC));
    }

    @Test
    void number_withSpaces_isReadAndNeverShown() {
        CardNumber number = CardNumber.parse("5555 5555 5555 4444").orElseThrow();

        assertThat(number.brand()).isEqualTo(Brand.MASTERCARD);
        assertThat(number.last4()).isEqualTo("4444");
        assertThat(number.toString()).doesNotContain("5");
    }

    private static CardCheck check(String number, int month, int year, String cvc) {
        return CardCheck.of(number, month, year, cvc, NOW);
    }
}
