package com.ecamazon.notification.domain;

import com.ecamazon.contract.UserId;
import com.ecamazon.contract.notification.Notices.Notice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person reads in the product.
 *
 * @param subject what it is about, such as an order number
 * @param source the id of the event that it follows from; absent in what was written before this was kept
 * @param at when it was written down
 */
public record InAppNotice(
        UserId user,
        String event,
        String subject,
        String title,
        String text,
        @Nullable String source,
        Instant at) {
    public static InAppNotice of(UserId user, Message message, String source, Instant now) {
        return new InAppNotice(user, message.event(), message.subject(), message.title(), message.text(), source, now);
    }

    /**
     * As its reader sees it.
     *
     * @param readUntil the newest that the reader has read
     */
    public Notice shown(String id, Instant readUntil) {
        return new Notice(id, event, title, text, subject, !at.isAfter(readUntil), at);
    }
}
