package com.ecamazon.shop.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

class ProductImageTest {
    @ParameterizedTest
    @EnumSource(Icon.class)
    void svg_eachIcon_isSmallWellFormedAndWhole(Icon icon) throws Exception {
        var svg = ProductImage.svg(icon, "id-1", "A <lamp> & more", List.of("White"));

        assertThat(parsed(svg)).isEqualTo("svg");
        assertThat(svg.length()).isLessThan(3_000);
        assertThat(svg).doesNotContain("$");
    }

    @Test
    void svg_allIcons_areDistinct() {
        var drawings = Arrays.stream(Icon.values())
                .map(icon -> ProductImage.svg(icon, "id", "title", List.of()))
                .collect(Collectors.toSet());

        assertThat(drawings).hasSize(Icon.values().length);
    }

    @Test
    void svg_colourOfTheVariant_makesTheDifference() {
        var white = ProductImage.svg(Icon.SHIRT, "id", "title", List.of("M", "White"));

        assertThat(white).isEqualTo(ProductImage.svg(Icon.SHIRT, "id", "title", List.of("M", "White")));
        assertThat(white).isNotEqualTo(ProductImage.svg(Icon.SHIRT, "id", "title", List.of("M", "Navy")));
    }

    @Test
    void placeholder_brandWithMarkup_isEscaped() throws Exception {
        var svg = ProductImage.placeholder("42", "\"Toner\" <black>", "Smith & <Sons>");

        assertThat(parsed(svg)).isEqualTo("svg");
        assertThat(svg).contains("SS").hasSizeLessThan(3_000);
    }

    private static String parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement()
                .getTagName();
    }
}
