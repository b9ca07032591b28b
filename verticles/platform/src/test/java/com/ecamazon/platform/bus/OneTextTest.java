package com.ecamazon.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.contract.CartId;
import com.ecamazon.contract.Contracts;
import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shop.Catalogue.ProductQuery;
import com.ecamazon.contract.stock.Holds.Hold;
import com.ecamazon.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneTextTest {
    private static final OneText FORM = Objects.requireNonNull(OneText.of(Json.type(ProductQuery.class)));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void write_plainId_isTheJsonOfTheLibrary() {
        var query = new ProductQuery(new ProductId("lamp-1/ 2"));
        assertThat(FORM.write(query)).isEqualTo(Json.write(query)).isEqualTo(bytes("{\"id\":\"lamp-1/ 2\"}"));
        assertThat(FORM.read(Json.write(query))).isEqualTo(query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "a\\b", "länge", "\u20ac"})
    void body_idThatMustBeEscaped_comesBackByTheLibrary(String id) {
        var query = new ProductQuery(new ProductId(id));
        var type = Json.type(ProductQuery.class);
        assertThat(FORM.write(query)).isNull();
        assertThat(Question.Body.of(Question.Body.of(query, type).json()).value(type))
                .isEqualTo(query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"a\"}",
                "{\"id\":\"a\",\"id\":\"b\"}",
                "{\"id\":\"\\u0061\"}",
                "{\"id\":\"a\"} ",
                "{\"id\":\"",
                "{\"id\":\"}",
                "{\"ID\":\"a\"}",
                "{\"id\":null}",
                "{}",
                ""
            })
    void read_anotherForm_isLeftToTheLibrary(String json) {
        assertThat(FORM.read(bytes(json))).isNull();
    }

    @Test
    void read_idThatTheContractRefuses_isInvalid() {
        assertThatThrownBy(() -> FORM.read(bytes("{\"id\":\"\"}"))).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void of_everyRequestOfTheContract_isOneIdOrNothing() {
        assertThat(Contracts.OPERATIONS.stream()
                        .filter(operation -> OneText.of(Json.type(operation.request())) != null))
                .hasSizeGreaterThan(10)
                .allSatisfy(operation ->
                        assertThat(operation.request().getRecordComponents()).hasSize(1));
        var hold = Json.type(Hold.class);
        assertThat(OneText.of(hold)).isNull();
        var value = new Hold(new CartId("c"), new Sku("s"), 3, Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(Question.Body.of(Question.Body.of(value, hold).json()).value(hold))
                .isEqualTo(value);
    }
}
