package com.ecamazon.shop.demo;

import com.ecamazon.shop.domain.Icon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The words of the demo catalogue, as they stand in {@code vocabulary.txt}. */
record Vocabulary(List<Department> departments) {
    /** A part of the shop, with the brands that make what it sells. */
    record Department(String id, String title, List<String> brands, List<Kind> kinds) {}

    /**
     * A kind of product: a category of its own.
     *
     * @param lowest price in euro
     * @param highest price in euro
     */
    record Kind(
            String id,
            String title,
            Icon icon,
            int lowest,
            int highest,
            List<String> nouns,
            List<String> traits,
            List<Choice> options,
            List<Choice> attributes,
            List<String> says) {}

    /** A name with its possible values. */
    record Choice(String name, List<String> values, boolean dearer) {
        static Choice of(String text) {
            var parts = text.split("=", 2);
            boolean dearer = parts[0].endsWith("+");
            var name = dearer ? parts[0].substring(0, parts[0].length() - 1) : parts[0];
            return new Choice(name, split(parts[1], ","), dearer);
        }
    }

    static Vocabulary read() {
        try (var file = Vocabulary.class.getResourceAsStream("vocabulary.txt")) {
            if (file == null) {
                throw new IllegalStateException("vocabulary.txt is not packaged");
            }
            var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var departments = new ArrayList<Department>();
            for (int i = 0; i < lines.size(); i++) {
                var line = lines.get(i);
                var parts = split(line, "\\|");
                if (line.startsWith("# ")) {
                    departments.add(new Department(
                            parts.get(0).substring(2), parts.get(1), split(parts.get(2), ","), new ArrayList<>()));
                } else if (parts.size() == 5) {
                    departments.getLast().kinds().add(kind(parts, lines.subList(i + 1, i + 6)));
                }
            }
            return new Vocabulary(List.copyOf(departments));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kind kind(List<String> head, List<String> words) {
        return new Kind(
                head.get(0),
                head.get(1),
                Icon.valueOf(head.get(2)),
                Integer.parseInt(head.get(3)),
                Integer.parseInt(head.get(4)),
                split(said(words.get(0)), ";"),
                split(said(words.get(1)), ";"),
                split(said(words.get(2)), ";").stream().map(Choice::of).toList(),
                split(said(words.get(3)), ";").stream().map(Choice::of).toList(),
                split(said(words.get(4)), "\\|"));
    }

    private static String said(String line) {
        return line.substring(line.indexOf(':') + 1);
    }

    private static List<String> split(String text, String separator) {
        return Arrays.stream(text.split(separator)).map(String::strip).toList();
    }
}
