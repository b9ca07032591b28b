package com.ecamazon.notification;

import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.notification.Notices.DeliveryState;
import com.ecamazon.contract.notification.Notices.LogEntry;
import com.ecamazon.contract.notification.Notices.LogPage;
import com.ecamazon.contract.notification.Notices.LogQuery;
import com.ecamazon.contract.notification.Notices.Resend;
import com.ecamazon.contract.notification.Notices.Resent;
import com.ecamazon.notification.domain.Mail;
import com.ecamazon.notification.store.InAppNotices;
import com.ecamazon.notification.store.Mails;
import com.ecamazon.platform.Cursor;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.data.Decision;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What support sees of all that was sent, and how it sends a mail again. */
final class ReadingTheLog {
    private static final int LIMIT = 50;
    private static final Comparator<LogEntry> NEWEST_FIRST =
            Comparator.comparing(LogEntry::at).thenComparing(LogEntry::id).reversed();

    private final InAppNotices notices;
    private final Mails mails;
    private final MailRun mailRun;
    private final InstantSource clock;

    ReadingTheLog(InAppNotices notices, Mails mails, MailRun mailRun, InstantSource clock) {
        this.notices = notices;
        this.mails = mails;
        this.mailRun = mailRun;
        this.clock = clock;
    }

    /** A page of both channels; an in-app notice is sent as soon as it is there. */
    Future<LogPage> page(Request<LogQuery> request) {
        var query = request.body();
        int limit = query.limit() == null ? LIMIT : query.limit();
        boolean inApp = query.state() == null || query.state() == DeliveryState.SENT;
        Future<List<LogEntry>> shownInApp =
                inApp ? notices.log(query.cursor(), limit + 1) : Future.succeededFuture(List.of());
        var mailed = mails.log(query.state(), query.cursor(), limit + 1);
        return Future.all(shownInApp, mailed).map(both -> page(shownInApp.result(), mailed.result(), limit));
    }

    private static LogPage page(List<LogEntry> inApp, List<LogEntry> mailed, int limit) {
        var all = Stream.concat(inApp.stream(), mailed.stream())
                .sorted(NEWEST_FIRST)
                .toList();
        var items = all.stream().limit(limit).toList();
        return new LogPage(items, all.size() > limit ? cursor(items.getLast()) : null);
    }

    private static String cursor(LogEntry last) {
        return Cursor.of(last.at(), last.id());
    }

    Future<Resent> resend(Request<Resend> request) {
        var id = request.body().id();
        return mails.decide(id, this::again).map(mail -> {
            mailRun.send(id, mail);
            return new Resent(id);
        });
    }

    private Decision<Mail, Mail> again(@Nullable Mail mail) {
        if (mail == null) {
            throw new ProblemException(Problem.notFound());
        }
        if (mail.state() != DeliveryState.PARKED || !mailRun.isOn()) {
            throw new ProblemException(
                    Problem.of(409, "NOT_PARKED", "Only a parked mail can be sent again, and by a mail server only."));
        }
        var again = mail.again(clock.instant(), mailRun.policy());
        return Decision.change(again, again);
    }
}
