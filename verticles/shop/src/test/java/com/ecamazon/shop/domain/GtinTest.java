package com.ecamazon.shop.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {
    @ParameterizedTest
    @ValueSource(strings = {"4006381333931", "0095205603217", "96385074", "036000291452", "10614141000415"})
    void isValid_knownCodes_true(String code) {
        assertThat(Gtin.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4006381333932", "400638133393", "", "12345", "40063813339a1", "400638133393100"})
    void isValid_wrongDigitOrForm_false(String code) {
        assertThat(Gtin.isValid(code)).isFalse();
    }

    @Test
    void thirteen_twelveDigits_addsCheckDigit() {
        assertThat(Gtin.thirteen("400638133393")).isEqualTo("4006381333931");
    }
}
