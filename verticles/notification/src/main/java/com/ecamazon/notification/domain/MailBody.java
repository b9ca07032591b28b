package com.ecamazon.notification.domain;

import java.util.List;
import java.util.stream.Collectors;

/** A mail's text in the two forms that mail programs show. */
public final class MailBody {
    private static final String CLOSING = "Your ECAMazon";

    private MailBody() {}

    public static String plain(List<String> paragraphs) {
        return String.join("\n\n", paragraphs) + "\n\n" + CLOSING + "\n";
    }

    /** Whatever people and merchandisers wrote stays text. */
    public static String html(String title, List<String> paragraphs) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escaped(title)
                + "</title></head><body style=\"font-family:sans-serif;max-width:36em\"><h1 style=\"font-size:1.25em\">"
                + escaped(title) + "</h1>"
                + paragraphs.stream()
                        .map(text -> "<p>" + escaped(text) + "</p>")
                        .collect(Collectors.joining())
                + "<p>" + CLOSING + "</p></body></html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
