package com.ecamazon.notification.domain;

import com.ecamazon.contract.UserId;
import com.ecamazon.contract.notification.Notices.Notice;
import java.time.Instant;

/**
 * Something that a person reads in the product.
 *
 * @param subject what it is about, such as an order number
 * @param at when it was written down
 */
public record InAppNotice(UserId user, String event, String subject, String title, String text, Instant at) {
    public static InAppNotice of(UserId user, Message message, Instant now) {
        return new InAppNotice(user, message.event(), message.subject(), message.title(), message.text(), now);
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
