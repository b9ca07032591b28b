package com.ecamazon.shop.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Draws the picture of a product as SVG, the same for the same words; below 3 kB. */
public final class ProductImage {
    private ProductImage() {}

    /**
     * A thing of a known kind.
     *
     * @param options what the variant is like; the first that names a colour gives it, else it belongs to the id
     */
    public static String svg(Icon icon, String id, String title, Collection<String> options) {
        var palette = Palette.of(options, id);
        // Two of the same kind differ a little in where the light falls.
        int tilt = Math.floorMod(id.hashCode() >> 4, 5) * 9 - 18;
        return start(title, palette)
                + "<circle cx=\"" + (200 + tilt) + "\" cy=\"196\" r=\"158\" fill=\"" + palette.disc() + "\"/>"
                + "<ellipse cx=\"200\" cy=\"334\" rx=\"128\" ry=\"12\" fill=\"#000\" opacity=\".1\"/>"
                + icon.drawing(palette)
                + "</svg>";
    }

    /** A thing of unknown kind: the initials of its brand on a card, and the brand below. */
    public static String placeholder(String id, String title, String brand) {
        var palette = Palette.of(List.of(), brand.isEmpty() ? id : brand);
        var shown = brand.isEmpty() ? "Product" : brand;
        return start(title, palette)
                + "<circle cx=\"330\" cy=\"70\" r=\"120\" fill=\"" + palette.disc() + "\"/>"
                + "<rect x=\"92\" y=\"78\" width=\"216\" height=\"196\" rx=\"34\" fill=\"" + palette.main() + "\"/>"
                + "<path d=\"M92 220l216-84v104a34 34 0 0 1-34 34H126a34 34 0 0 1-34-34z\" fill=\"" + palette.dark()
                + "\" opacity=\".35\"/>"
                + text(200, 207, 84, palette.pale(), initials(shown))
                + text(200, 330, 30, palette.dark(), shown.length() > 20 ? shown.substring(0, 19) + "…" : shown)
                + "</svg>";
    }

    private static String start(String title, Palette palette) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 400\" role=\"img\"><title>" + escaped(title)
                + "</title><rect width=\"400\" height=\"400\" fill=\"" + palette.background() + "\"/>";
    }

    private static String text(int x, int y, int size, String colour, String text) {
        return "<text x=\"" + x + "\" y=\"" + y + "\" font-size=\"" + size + "\" fill=\"" + colour
                + "\" font-family=\"system-ui,sans-serif\" font-weight=\"600\" text-anchor=\"middle\">" + escaped(text)
                + "</text>";
    }

    /** The first letters of two words, or of one. */
    private static String initials(String brand) {
        var words = Arrays.stream(brand.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        var initials = switch (words.size()) {
            case 0 -> "?";
            case 1 -> start(words.getFirst(), 2);
            default -> start(words.get(0), 1) + start(words.get(1), 1);
        };
        return initials.toUpperCase(Locale.ROOT);
    }

    private static String start(String word, int letters) {
        return word.substring(0, word.offsetByCodePoints(0, Math.min(letters, word.codePointCount(0, word.length()))));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
