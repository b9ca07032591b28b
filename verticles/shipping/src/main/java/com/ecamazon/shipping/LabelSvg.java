package com.ecamazon.shipping;

import com.ecamazon.contract.Sscc;
import java.util.List;
import java.util.Locale;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.graphics.Rectangle;

/**
 * A label of 100 by 150 mm with a GS1-128 barcode of the SSCC (GS1 General Specifications, section 5.4). A module is 0.5 mm
 * wide, bars are 32 mm high, the quiet zones are wider than ten modules.
 */
final class LabelSvg {
    private static final double MODULE_MILLIMETRES = 0.5;
    private static final double BAR_MILLIMETRES = 32;
    private static final double WIDTH_MILLIMETRES = 100;
    private static final int MOST_CHARACTERS = 34;

    private LabelSvg() {}

    /** The label; the first line of {@code to} is the largest. */
    static String of(Sscc sscc, List<String> sender, List<String> to, String reference) {
        var svg = new StringBuilder(6_000);
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="150mm" viewBox="0 0 100 150" \
                font-family="Helvetica, Arial, sans-serif" fill="#000" role="img" aria-label="Parcel label %s">
                <rect width="100" height="150" fill="#fff"/>
                """.formatted(sscc));
        lines(svg, sender, 6, 8, 3, 4);
        rule(svg, 24);
        text(svg, 6, 31, 3, "TO");
        lines(svg, to.subList(0, 1), 6, 39, 6, 7);
        lines(svg, to.subList(1, to.size()), 6, 47, 5, 7);
        rule(svg, 78);
        text(svg, 6, 85, 3, "SSCC");
        text(svg, 6, 91, 5, readable(sscc));
        lines(svg, List.of(reference), 6, 97, 3, 4);
        rule(svg, 101);
        bars(svg, sscc, 105);
        text(svg, WIDTH_MILLIMETRES / 2, 143, 5, "(00) " + readable(sscc), "middle");
        return svg.append("</svg>\n").toString();
    }

    private static void bars(StringBuilder svg, Sscc sscc, double top) {
        var symbol = new Code128();
        symbol.setDataType(Symbol.DataType.GS1);
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        symbol.setContent("[00]" + sscc);
        double left = (WIDTH_MILLIMETRES - symbol.getWidth() * MODULE_MILLIMETRES) / 2;
        svg.append("<path shape-rendering=\"crispEdges\" d=\"");
        for (Rectangle bar : symbol.getRectangles()) {
            svg.append(String.format(
                    Locale.ROOT,
                    "M%.2f %.2fh%.2fv%.2fh-%.2fz",
                    left + bar.x * MODULE_MILLIMETRES,
                    top,
                    bar.width * MODULE_MILLIMETRES,
                    BAR_MILLIMETRES,
                    bar.width * MODULE_MILLIMETRES));
        }
        svg.append("\"/>\n");
    }

    private static void lines(StringBuilder svg, List<String> lines, double x, double y, double size, double apart) {
        for (int i = 0; i < lines.size(); i++) {
            text(svg, x, y + i * apart, size, shortened(lines.get(i)));
        }
    }

    private static String shortened(String line) {
        return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS - 1) + "…";
    }

    private static void text(StringBuilder svg, double x, double y, double size, String text) {
        text(svg, x, y, size, text, "start");
    }

    private static void text(StringBuilder svg, double x, double y, double size, String text, String anchor) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                x,
                y,
                size,
                anchor,
                escaped(text)));
    }

    private static void rule(StringBuilder svg, double y) {
        svg.append(String.format(Locale.ROOT, "<path d=\"M4 %.1fh92\" stroke=\"#000\" stroke-width=\"0.4\"/>%n", y));
    }

    /** Extension digit, company prefix, serial and check digit apart. */
    private static String readable(Sscc sscc) {
        var digits = sscc.value();
        return digits.charAt(0) + " " + digits.substring(1, 8) + " " + digits.substring(8, 17) + " "
                + digits.charAt(17);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
