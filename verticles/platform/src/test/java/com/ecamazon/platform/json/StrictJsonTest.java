package com.ecamazon.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.shop.Carts.AddLine;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private static AddLine read(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), AddLine.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "1.5", "1.0", "null", "true", "[2]", "{}", "99999999999", "-1", "0", "1000"})
    void read_quantityOfAnotherType_isRefusedThere(String quantity) {
        assertThatThrownBy(() -> read("{\"id\":\"c\",\"sku\":\"s\",\"quantity\":" + quantity + "}"))
                .isInstanceOfSatisfying(
                        InvalidRequest.class, e -> assertThat(e.pointer()).isEqualTo("/quantity"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "true", "{}", "[]", "\"\"", "\"  \""})
    void read_skuOfAnotherType_isRefused(String sku) {
        assertThatThrownBy(() -> read("{\"id\":\"c\",\"quantity\":1,\"sku\":" + sku + "}"))
                .isInstanceOf(InvalidRequest.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "1",
                "{",
                "{\"id\":\"c\"}}",
                "{\"id\":\"a\",\"id\":\"b\",\"sku\":\"s\",\"quantity\":1}"
            })
    void read_noObject_isRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void read_unknownField_isIgnored() {
        assertThat(read("{\"id\":\"c\",\"sku\":\"s\",\"quantity\":2,\"colour\":\"red\"}")
                        .quantity())
                .isEqualTo(2);
    }
}
