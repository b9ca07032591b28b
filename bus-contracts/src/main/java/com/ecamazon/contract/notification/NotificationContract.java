package com.ecamazon.contract.notification;

import static com.ecamazon.contract.Domain.AUDITOR;
import static com.ecamazon.contract.Domain.NOTIFICATION;
import static com.ecamazon.contract.Operation.command;
import static com.ecamazon.contract.Operation.query;
import static com.ecamazon.contract.Role.SUPPORT;

import com.ecamazon.contract.Feed;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Topic;
import com.ecamazon.contract.auditor.EventFacts.MessagePage;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.contract.notification.Notices.LogPage;
import com.ecamazon.contract.notification.Notices.LogQuery;
import com.ecamazon.contract.notification.Notices.MarkRead;
import com.ecamazon.contract.notification.Notices.MarkedRead;
import com.ecamazon.contract.notification.Notices.NoticeList;
import com.ecamazon.contract.notification.Notices.Noticed;
import com.ecamazon.contract.notification.Notices.NoticesQuery;
import com.ecamazon.contract.notification.Notices.Resend;
import com.ecamazon.contract.notification.Notices.Resent;
import java.time.Duration;
import java.util.List;

/** The operations and feeds of Notification. */
public final class NotificationContract {
    public static final Operation<NoticesQuery, NoticeList> NOTICES = query(
                    NOTIFICATION, "notification.notices", NoticesQuery.class, NoticeList.class, "One's own news")
            .get("/api/notifications")
            .signedIn();

    public static final Operation<MarkRead, MarkedRead> MARK_READ = command(
                    NOTIFICATION, "notification.markRead", MarkRead.class, MarkedRead.class, "Marks one's news as read")
            .post("/api/notifications/read")
            .signedIn();

    public static final Operation<LogQuery, LogPage> LOG = query(
                    NOTIFICATION, "notification.log", LogQuery.class, LogPage.class, "All that was sent")
            .get("/api/notifications/log")
            .roles(SUPPORT);

    public static final Operation<Resend, Resent> RESEND = command(
                    NOTIFICATION, "notification.resend", Resend.class, Resent.class, "Sends a parked message again")
            .post("/api/notifications/log/{id}/resend")
            .roles(SUPPORT);

    public static final Operation<Window, MessagePage> MESSAGE_FACTS = query(
                    NOTIFICATION,
                    "notification.messageFacts",
                    Window.class,
                    MessagePage.class,
                    "What people were told, by subject")
            .internal(AUDITOR)
            .within(Duration.ofSeconds(5));

    public static final Feed<Noticed> NOTICE_FEED = new Feed<>(NOTIFICATION, "feed.notification", Noticed.class);

    public static final List<Operation<?, ?>> OPERATIONS = List.of(NOTICES, MARK_READ, LOG, RESEND, MESSAGE_FACTS);

    public static final List<Topic<?>> TOPICS = List.of();

    public static final List<Feed<?>> FEEDS = List.of(NOTICE_FEED);

    private NotificationContract() {}
}
