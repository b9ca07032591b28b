package com.ecamazon.notification.store;

import com.ecamazon.contract.UserId;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.contract.notification.Notices.Channel;
import com.ecamazon.contract.notification.Notices.DeliveryState;
import com.ecamazon.contract.notification.Notices.LogEntry;
import com.ecamazon.notification.domain.InAppNotice;
import com.ecamazon.notification.domain.Message;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.DuplicateId;
import com.ecamazon.platform.data.Slice;
import com.ecamazon.platform.data.Versioned;
import com.ecamazon.platform.data.Write;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The in-app notices. They are never changed. */
public final class InAppNotices {
    private static final String USER = "state.user";
    private static final String SUBJECT = "state.subject";

    private final Documents<InAppNotice> documents;

    public InAppNotices(Database database) {
        documents = database.documents("notices", InAppNotice.class)
                .index(USER, NewestFirst.AT)
                .index(NewestFirst.AT, "_id")
                .index(SUBJECT, "_id");
    }

    /** Whether it was not there yet. */
    public Future<Boolean> insert(String id, InAppNotice notice) {
        return documents
                .insert(id, notice, Write.PLAIN)
                .map(true)
                .recover(failure ->
                        failure instanceof DuplicateId ? Future.succeededFuture(false) : Future.failedFuture(failure));
    }

    /** A person's, newest first. */
    public Future<List<Versioned<InAppNotice>>> of(UserId user, int limit) {
        return documents.find(
                new JsonObject().put(USER, user.value()), new JsonObject().put(NewestFirst.AT, -1), limit);
    }

    /** How many a person got after this time. */
    public Future<Integer> countAfter(UserId user, Instant time) {
        var filter = new JsonObject()
                .put(USER, user.value())
                .put(NewestFirst.AT, new JsonObject().put("$gt", NewestFirst.date(time)));
        return documents.count(filter).map(Math::toIntExact);
    }

    /** The account that was told that this order is confirmed. */
    public Future<Optional<UserId>> buyerOf(String order) {
        var filter = new JsonObject().put(SUBJECT, order).put("state.event", Message.ORDER_CONFIRMED);
        return documents
                .find(filter, new JsonObject(), 1)
                .map(found ->
                        found.stream().map(notice -> notice.state().user()).findFirst());
    }

    /** For the log, newest first. */
    public Future<List<LogEntry>> log(@Nullable String cursor, int limit) {
        return documents
                .find(NewestFirst.after(cursor, new JsonObject()), NewestFirst.sort(), limit)
                .map(found -> found.stream().map(InAppNotices::entry).toList());
    }

    /** A part of them, by what they are about. */
    public Future<Slice<InAppNotice>> slice(Window window) {
        return documents.slice(
                InAppNotice.class, SUBJECT, found -> found.state().subject(), window);
    }

    private static LogEntry entry(Versioned<InAppNotice> document) {
        var notice = document.state();
        return new LogEntry(
                document.id(),
                notice.event(),
                Channel.IN_APP,
                notice.user().value(),
                notice.title(),
                DeliveryState.SENT,
                1,
                null,
                notice.at());
    }
}
