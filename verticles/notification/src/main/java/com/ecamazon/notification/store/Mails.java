package com.ecamazon.notification.store;

import com.ecamazon.contract.Email;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.contract.notification.Notices.Channel;
import com.ecamazon.contract.notification.Notices.DeliveryState;
import com.ecamazon.contract.notification.Notices.LogEntry;
import com.ecamazon.notification.domain.Mail;
import com.ecamazon.notification.domain.Message;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.DuplicateId;
import com.ecamazon.platform.data.Slice;
import com.ecamazon.platform.data.Versioned;
import com.ecamazon.platform.data.Write;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The mails. */
public final class Mails {
    private static final String STATE = "state.state";
    private static final String DUE_AT = "state.dueAt";
    private static final String SUBJECT = "state.subject";

    private final Documents<Mail> documents;

    public Mails(Database database) {
        documents = database.documents("mails", Mail.class)
                .index(STATE, DUE_AT)
                .index(STATE, NewestFirst.AT, "_id")
                .index(NewestFirst.AT, "_id")
                .index(SUBJECT, "_id");
    }

    /** Whether it was not there yet. */
    public Future<Boolean> insert(String id, Mail mail) {
        return documents
                .insert(id, mail, Write.PLAIN)
                .map(true)
                .recover(failure ->
                        failure instanceof DuplicateId ? Future.succeededFuture(false) : Future.failedFuture(failure));
    }

    public <R> Future<R> decide(String id, Function<@Nullable Mail, Decision<Mail, R>> decision) {
        return documents.decide(id, decision);
    }

    /** The ids of those that somebody should send now, the longest due first. */
    public Future<List<String>> due(Instant now, int limit) {
        var filter = new JsonObject()
                .put(STATE, nameOf(DeliveryState.PENDING))
                .put(DUE_AT, new JsonObject().put("$lte", NewestFirst.date(now)));
        return documents
                .find(filter, new JsonObject().put(DUE_AT, 1), limit)
                .map(found -> found.stream().map(Versioned::id).toList());
    }

    /** The address to which this order was confirmed. */
    public Future<Optional<Email>> buyerOf(String order) {
        var filter = new JsonObject().put(SUBJECT, order).put("state.event", Message.ORDER_CONFIRMED);
        return documents
                .find(filter, new JsonObject(), 1)
                .map(found -> found.stream().map(mail -> mail.state().to()).findFirst());
    }

    /** For the log, newest first. */
    public Future<List<LogEntry>> log(@Nullable DeliveryState state, @Nullable String cursor, int limit) {
        var filter = state == null ? new JsonObject() : new JsonObject().put(STATE, nameOf(state));
        return documents
                .find(NewestFirst.after(cursor, filter), NewestFirst.sort(), limit)
                .map(found -> found.stream().map(Mails::entry).toList());
    }

    /** A part of them, by what they are about. */
    public Future<Slice<Mail>> slice(Window window) {
        return documents.slice(Mail.class, SUBJECT, found -> found.state().subject(), window);
    }

    private static LogEntry entry(Versioned<Mail> document) {
        var mail = document.state();
        return new LogEntry(
                document.id(),
                mail.event(),
                Channel.MAIL,
                mail.to().value(),
                mail.title(),
                mail.state(),
                mail.attempts(),
                mail.error(),
                mail.at());
    }

    private static String nameOf(DeliveryState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
