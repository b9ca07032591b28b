package com.ecamazon.shop.feed;

import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shop.Catalogue.ProductEntry;
import com.ecamazon.contract.shop.Catalogue.VariantEntry;
import com.ecamazon.platform.json.Json;
import com.ecamazon.shop.domain.Gtin;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line of a product file in the form of the Open Icecat extract: one JSON object a line, {@code id} as SKU, price
 * in cents of a euro, attributes as {@code attr_t_} (text), {@code attr_n_} (number) and {@code attr_b_} (yes or no). Its
 * image addresses lead nowhere, so the shop draws the pictures.
 */
public final class IcecatFeed {
    private static final int MOST_ATTRIBUTES = 200;
    private static final int LONGEST_VALUE = 1_000;
    private static final int LONGEST_DESCRIPTION = 8_000;
    private static final int LONGEST_TITLE = 300;

    private IcecatFeed() {}

    /** The product of a line; fails with {@link BadRow}, which says why. */
    public static ProductEntry read(String line) throws BadRow {
        try {
            return product(parsed(line));
        } catch (InvalidRequest e) {
            throw new BadRow(e.getMessage() == null ? "is no product" : e.getMessage());
        }
    }

    private static JsonNode parsed(String line) throws BadRow {
        try {
            return Json.tree(line.getBytes(StandardCharsets.UTF_8));
        } catch (InvalidRequest e) {
            throw new BadRow("is no valid JSON");
        }
    }

    private static ProductEntry product(JsonNode row) throws BadRow {
        if (!row.isObject()) {
            throw new BadRow("is no JSON object");
        }
        var id = required(row, "id");
        var price = row.path("price");
        if (!price.isIntegralNumber() || !price.canConvertToLong()) {
            throw new BadRow("price is no whole number of cents");
        }
        var variant = new VariantEntry(
                new Sku(id), gtin(row.path("ean")), null, Money.eur(price.longValue()), null, Map.of());
        return new ProductEntry(
                new ProductId(id),
                cut(required(row, "title"), LONGEST_TITLE),
                text(row, "supplier"),
                null,
                description(row),
                null,
                List.of(variant),
                attributes(row));
    }

    private static String required(JsonNode row, String field) throws BadRow {
        var value = text(row, field);
        if (value == null) {
            throw new BadRow(field + " is missing or no text");
        }
        return value;
    }

    private static @Nullable String text(JsonNode row, String field) {
        var value = row.path(field);
        return value.isTextual() && !value.textValue().isBlank() ? clean(value.textValue()) : null;
    }

    private static @Nullable String description(JsonNode row) {
        var text = text(row, "short_description");
        return text == null || text.equals(text(row, "title")) ? null : cut(text, LONGEST_DESCRIPTION);
    }

    /** The first of its codes that checks; files of others hold wrong ones, which do not make the product wrong. */
    private static @Nullable String gtin(JsonNode codes) {
        for (var code : codes) {
            if (code.isTextual() && Gtin.isValid(code.textValue())) {
                return code.textValue();
            }
        }
        return null;
    }

    private static Map<String, String> attributes(JsonNode row) {
        var attributes = new LinkedHashMap<String, String>();
        var model = text(row, "name");
        if (model != null && !model.equals(text(row, "title"))) {
            attributes.put("Model", cut(model, LONGEST_VALUE));
        }
        row.properties().forEach(field -> {
            var value = value(field.getValue());
            if (field.getKey().startsWith("attr_") && value != null && attributes.size() < MOST_ATTRIBUTES) {
                attributes.putIfAbsent(name(field.getKey()), cut(value, LONGEST_VALUE));
            }
        });
        return attributes;
    }

    private static @Nullable String value(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue() ? "Yes" : "No";
        }
        if (value.isNumber()) {
            return new BigDecimal(value.asText()).stripTrailingZeros().toPlainString();
        }
        return value.isTextual() && !value.textValue().isBlank() ? clean(value.textValue()) : null;
    }

    /** {@code attr_t_product_colour} is "Product colour". */
    private static String name(String key) {
        var words = key.replaceFirst("^attr_(._)?", "").replaceAll("_+", " ").strip();
        return words.isEmpty() ? key : cut(Character.toUpperCase(words.charAt(0)) + words.substring(1), 120);
    }

    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1).strip() + "…";
    }
}
