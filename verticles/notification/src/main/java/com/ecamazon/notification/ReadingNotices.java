package com.ecamazon.notification;

import com.ecamazon.contract.UserId;
import com.ecamazon.contract.notification.Notices.MarkRead;
import com.ecamazon.contract.notification.Notices.MarkedRead;
import com.ecamazon.contract.notification.Notices.NoticeList;
import com.ecamazon.contract.notification.Notices.NoticesQuery;
import com.ecamazon.notification.domain.InAppNotice;
import com.ecamazon.notification.store.InAppNotices;
import com.ecamazon.notification.store.ReadMarks;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.data.Versioned;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** What people see of their own notices. */
final class ReadingNotices {
    private static final int LIMIT = 30;

    private final InAppNotices notices;
    private final ReadMarks marks;

    ReadingNotices(InAppNotices notices, ReadMarks marks) {
        this.notices = notices;
        this.marks = marks;
    }

    Future<NoticeList> notices(Request<NoticesQuery> request) {
        var user = new UserId(request.caller().subject());
        int limit = request.body().limit() == null ? LIMIT : request.body().limit();
        return marks.of(user)
                .compose(until -> Future.all(notices.of(user, limit), notices.countAfter(user, until))
                        .map(both -> list(both.resultAt(0), both.resultAt(1), until)));
    }

    private static NoticeList list(List<Versioned<InAppNotice>> found, int unread, Instant until) {
        return new NoticeList(
                found.stream()
                        .map(notice -> notice.state().shown(notice.id(), until))
                        .toList(),
                unread);
    }

    /** Reads all that there is now, and nothing that comes meanwhile. */
    Future<MarkedRead> markRead(Request<MarkRead> request) {
        var user = new UserId(request.caller().subject());
        return Future.all(marks.of(user), notices.of(user, 1)).compose(both -> {
            Instant until = both.resultAt(0);
            List<Versioned<InAppNotice>> newest = both.resultAt(1);
            return newest.isEmpty()
                    ? Future.succeededFuture(new MarkedRead(0))
                    : notices.countAfter(user, until)
                            .compose(unread -> marks.read(
                                            user, newest.getFirst().state().at())
                                    .map(done -> new MarkedRead(unread)));
        });
    }
}
