package com.ecamazon.bank;

import com.ecamazon.bank.domain.Money;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;

/** A JSON object as sent: types are never coerced, unknown fields are ignored, a wrong one is a 400 that names it. */
final class RequestBody {

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final JsonNode object;

    private RequestBody(JsonNode object) {
        this.object = object;
    }

    static RequestBody of(RoutingContext request) {
        Buffer sent = request.body().buffer();
        return parse(sent == null ? new byte[0] : sent.getBytes());
    }

    static RequestBody parse(byte[] json) {
        try {
            JsonNode node = READER.readValue(json);
            if (node.isObject()) {
                return new RequestBody(node);
            }
        } catch (IOException _) {
            // What the parser says may quote the body, and a body may hold a card number.
        }
        throw Problem.invalid("The body must be a JSON object.");
    }

    String text(String field) {
        JsonNode value = object.path(field);
        if (!value.isTextual()) {
            throw Problem.invalid(field + " must be a text.");
        }
        return value.textValue();
    }

    int integer(String field) {
        JsonNode value = object.path(field);
        if (!value.isInt()) {
            throw Problem.invalid(field + " must be an integer.");
        }
        return value.intValue();
    }

    /** The integer, or 0 when the field is missing. */
    long count(String field, long most) {
        JsonNode value = object.path(field);
        if (value.isMissingNode()) {
            return 0;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 0
                || value.longValue() > most) {
            throw Problem.invalid(field + " must be an integer of 0 to " + most + ".");
        }
        return value.longValue();
    }

    /** The probability, or 0 when the field is missing. */
    double chance(String field) {
        JsonNode value = object.path(field);
        if (value.isMissingNode()) {
            return 0;
        }
        if (!value.isNumber() || !(value.doubleValue() >= 0 && value.doubleValue() <= 1)) {
            throw Problem.invalid(field + " must be a number of 0 to 1.");
        }
        return value.doubleValue();
    }

    Money money(String field) {
        JsonNode value = object.path(field);
        JsonNode amount = value.path("amount");
        JsonNode currency = value.path("currency");
        if (!amount.isIntegralNumber() || !amount.canConvertToLong() || !currency.isTextual()) {
            throw Problem.invalid(field + " must be {amount, currency} with an integer and a text.");
        }
        try {
            return new Money(amount.longValue(), currency.textValue());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(field + ": " + e.getMessage() + ".");
        }
    }
}
