package com.ecamazon.contract.notification;

import com.ecamazon.contract.Require;
import com.ecamazon.contract.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people were told. */
public final class Notices {
    private Notices() {}

    /** How somebody is told. */
    public enum Channel {
        IN_APP,
        MAIL
    }

    /** Where a message stands. */
    public enum DeliveryState {
        PENDING,
        SENT,
        PARKED
    }

    /** Asks for one's own news, newest first. */
    public record NoticesQuery(@Nullable Integer limit) {
        public NoticesQuery {
            limit = Require.range(limit, "limit", 1, 100, 30);
        }
    }

    /** One's own news. */
    public record NoticeList(List<Notice> items, int unread) {}

    /**
     * One piece of news.
     *
     * @param subject what it is about, such as an order number
     */
    public record Notice(
            String id,
            String event,
            String title,
            String text,
            @Nullable String subject,
            boolean read,
            Instant at) {}

    /** Marks all of one's news as read. */
    public record MarkRead() {}

    /** Done. */
    public record MarkedRead(int count) {}

    /** Asks for the log of all that was sent, newest first. */
    public record LogQuery(
            @Nullable DeliveryState state,
            @Nullable Integer limit,
            @Nullable String cursor) {
        public LogQuery {
            limit = Require.range(limit, "limit", 1, 100, 50);
        }
    }

    /** A page of the log. */
    public record LogPage(List<LogEntry> items, @Nullable String next) {}

    /**
     * One message on one channel.
     *
     * @param to the account or the mail address
     */
    public record LogEntry(
            String id,
            String event,
            Channel channel,
            String to,
            String title,
            DeliveryState state,
            int attempts,
            @Nullable String error,
            Instant at) {}

    /** Sends a parked message again. */
    public record Resend(String id) {}

    /** It will be tried again. */
    public record Resent(String id) {}

    /** News of {@link NotificationContract#NOTICE_FEED}, for the page of the one it is for. */
    public record Noticed(UserId user, Notice notice) {}
}
