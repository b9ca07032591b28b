package com.ecamazon.shop.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.Sku;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcecatFeedTest {
    @Test
    void read_wholeRow_allIsThere() throws BadRow {
        var product = IcecatFeed.read("""
                {"id": "3920564", "name": "006R90321", "title": "Xerox 006R90321 toner", "ean": ["123", "0095205603217"],
                 "short_description": "Toner\\t(6 Per Box)", "img_high": "http://nowhere/1.jpg", "supplier": "Xerox",
                 "price": 4995, "attr_t_print_technology": "Laser printing", "attr_n_weight": 6.0, "attr_b_colour": false}
                """);
        var variant = product.variants().getFirst();

        assertThat(product.id().value()).isEqualTo("3920564");
        assertThat(product.title()).isEqualTo("Xerox 006R90321 toner");
        assertThat(product.brand()).isEqualTo("Xerox");
        assertThat(product.description()).isEqualTo("Toner (6 Per Box)");
        assertThat(product.image()).isNull();
        assertThat(product.category()).isNull();
        assertThat(product.attributes())
                .containsEntry("Model", "006R90321")
                .containsEntry("Print technology", "Laser printing")
                .containsEntry("Weight", "6")
                .containsEntry("Colour", "No");
        assertThat(variant.sku()).isEqualTo(new Sku("3920564"));
        assertThat(variant.gtin()).isEqualTo("0095205603217");
        assertThat(variant.price()).isEqualTo(Money.eur(4995));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\": \"1\", \"title\": \"T\"}                   | price is no whole number of cents",
                "{\"id\": \"1\", \"title\": \"T\", \"price\": \"9\"} | price is no whole number of cents",
                "{\"id\": \"1\", \"title\": \"T\", \"price\": 9.5}   | price is no whole number of cents",
                "{\"id\": \"1\", \"title\": \"T\", \"price\": -1}    | variants/price must not be negative",
                "{\"id\": \"1\", \"price\": 9}                       | title is missing or no text",
                "{\"id\": 1, \"title\": \"T\", \"price\": 9}         | id is missing or no text",
                "[]                                                  | is no JSON object",
            })
    void read_badRow_saysWhy(String line, String reason) {
        assertThatExceptionOfType(BadRow.class)
                .isThrownBy(() -> IcecatFeed.read(line))
                .withMessage(reason);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"{\"id\": \"1\"", "nonsense", "``"},
            quoteCharacter = '`',
            delimiter = '|')
    void read_noJson_isABadRow(String line) {
        assertThatExceptionOfType(BadRow.class).isThrownBy(() -> IcecatFeed.read(line));
    }

    @Test
    void read_theRealFile_everyRowIsAProduct() {
        var file = RealProducts.file();
        assumeTrue(file.isPresent(), RealProducts.ABSENT);

        var products = RealProducts.read(file.orElseThrow());

        assertThat(products).hasSize(19_406);
        assertThat(products.stream()
                        .map(product -> product.variants().getFirst().sku()))
                .doesNotHaveDuplicates();
        assertThat(products.stream()
                        .filter(product -> product.variants().getFirst().gtin() == null))
                .hasSizeLessThan(10);
    }
}
