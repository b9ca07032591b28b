package com.ecamazon.notification.domain;

import java.util.List;

/**
 * What somebody is told, in words.
 *
 * @param event what it is about, such as {@code order.confirmed}
 * @param subject what it is about, such as an order number
 * @param paragraphs the text
 */
public record Message(String event, String subject, String title, List<String> paragraphs) {
    /** What the buyer is told first; later messages go where this one went. */
    public static final String ORDER_CONFIRMED = "order.confirmed";

    public Message {
        title = oneLine(title);
        paragraphs = paragraphs.stream().map(Message::oneLine).toList();
    }

    public static Message of(String event, String subject, String title, String... paragraphs) {
        return new Message(event, subject, title, List.of(paragraphs));
    }

    /** As plain text. */
    public String text() {
        return String.join("\n\n", paragraphs);
    }

    /** A title becomes a mail header, where a line break would begin another one. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
