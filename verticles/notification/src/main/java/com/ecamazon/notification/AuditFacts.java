package com.ecamazon.notification;

import com.ecamazon.contract.auditor.EventFacts.MessageFact;
import com.ecamazon.contract.auditor.EventFacts.MessagePage;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.contract.notification.Notices.Channel;
import com.ecamazon.notification.domain.InAppNotice;
import com.ecamazon.notification.domain.Mail;
import com.ecamazon.notification.domain.MessageIds;
import com.ecamazon.notification.store.InAppNotices;
import com.ecamazon.notification.store.Mails;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.data.Versioned;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows the auditor who was told what, without names and texts: notices first, then mails. */
final class AuditFacts {
    private static final char MAILS = 'm';
    private static final char NOTICES = 'n';

    private final InAppNotices notices;
    private final Mails mails;

    AuditFacts(InAppNotices notices, Mails mails) {
        this.notices = notices;
        this.mails = mails;
    }

    Future<MessagePage> messages(Request<Window> request) {
        var window = request.body();
        var cursor = window.cursor();
        if (cursor != null && cursor.charAt(0) == MAILS) {
            return mails(new Window(window.from(), window.to(), rest(cursor), window.limit()));
        }
        return notices.slice(new Window(window.from(), window.to(), rest(cursor), window.limit()))
                .map(slice -> new MessagePage(
                        slice.shown(AuditFacts::notice),
                        slice.next() == null ? String.valueOf(MAILS) : NOTICES + slice.next()));
    }

    private static @Nullable String rest(@Nullable String cursor) {
        return cursor == null || cursor.length() == 1 ? null : cursor.substring(1);
    }

    private Future<MessagePage> mails(Window window) {
        return mails.slice(window).map(slice -> {
            List<MessageFact> items = slice.shown(AuditFacts::mail);
            return new MessagePage(
                    items,
                    Optional.ofNullable(slice.next()).map(next -> MAILS + next).orElse(null));
        });
    }

    private static MessageFact notice(Versioned<InAppNotice> found) {
        var notice = found.state();
        return new MessageFact(
                found.id(),
                notice.event(),
                notice.subject(),
                Channel.IN_APP,
                notice.source(),
                MessageIds.of("", Channel.IN_APP, notice.user().value()));
    }

    private static MessageFact mail(Versioned<Mail> found) {
        var mail = found.state();
        return new MessageFact(
                found.id(),
                mail.event(),
                mail.subject(),
                Channel.MAIL,
                mail.source(),
                MessageIds.of("", Channel.MAIL, mail.to().value()));
    }
}
