package com.ecamazon.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Sscc;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

final class LabelSvgTest {
    private static final Sscc SSCC = Sscc.of("09521234000000042");
    private static final String CODE_C = "11010011100";
    private static final String FNC1 = "11110101110";
    private static final String PAIR_00 = "11011001100";
    private static final String STOP = "1100011101011";

    private static String label(String name) {
        return LabelSvg.of(
                SSCC, List.of("ECAMazon", "Depot north"), List.of(name, "Lindenallee 7", "10115 Berlin"), "EC1");
    }

    @Test
    void of_anyName_isWellFormedAndEscaped() throws Exception {
        var svg = label("<script>&\"");
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));

        assertThat(document.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 100 150");
        assertThat(svg).contains("&lt;script&gt;&amp;").doesNotContain("<script>");
    }

    @Test
    void of_longName_isShortened() {
        assertThat(label("N".repeat(120))).contains("N".repeat(33) + "…").doesNotContain("N".repeat(34));
    }

    /** Reads the bars back: start C, FNC1, application identifier 00, 18 digits in pairs, check, stop. */
    @Test
    void of_sscc_barsAreGs1128() {
        var modules = modules(label("Anna"));

        assertThat(modules).startsWith(CODE_C + FNC1 + PAIR_00).endsWith(STOP);
        assertThat(modules).hasSize(11 * (1 + 1 + 1 + 9 + 1) + 13);
        assertThat(LabelSvg.of(Sscc.of("09521234000000043"), List.of("x"), List.of("y"), "z"))
                .doesNotContain(bars(label("Anna")));
    }

    private static String bars(String svg) {
        var matcher = Pattern.compile("crispEdges\" d=\"([^\"]+)\"").matcher(svg);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String modules(String svg) {
        var modules = new StringBuilder();
        var bar = Pattern.compile("M([0-9.]+) [0-9.]+h([0-9.]+)");
        var found = bar.matcher(bars(svg)).results().collect(Collectors.toList());
        double left = Double.parseDouble(found.getFirst().group(1));
        for (var one : found) {
            int start = (int) Math.round((Double.parseDouble(one.group(1)) - left) / 0.5);
            modules.append("0".repeat(start - modules.length()));
            modules.append("1".repeat((int) Math.round(Double.parseDouble(one.group(2)) / 0.5)));
        }
        return modules.toString();
    }
}
