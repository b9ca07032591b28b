package com.ecamazon.notification;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Email;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.notification.Notices.Channel;
import com.ecamazon.contract.notification.Notices.Noticed;
import com.ecamazon.contract.notification.NotificationContract;
import com.ecamazon.contract.users.Accounts.RecipientsQuery;
import com.ecamazon.contract.users.UsersContract;
import com.ecamazon.notification.domain.Audience;
import com.ecamazon.notification.domain.InAppNotice;
import com.ecamazon.notification.domain.Mail;
import com.ecamazon.notification.domain.Message;
import com.ecamazon.notification.domain.MessageIds;
import com.ecamazon.notification.domain.Telling;
import com.ecamazon.notification.store.InAppNotices;
import com.ecamazon.notification.store.Mails;
import com.ecamazon.platform.bus.Bus;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes down what people are to be told; an event counts as heard when that is done. */
final class TellingPeople {
    /** How long the confirmation of an order may be later than other news of it. */
    private static final Duration CATCHING_UP = Duration.ofMinutes(2);

    private final InAppNotices notices;
    private final Mails mails;
    private final MailRun mailRun;
    private final Bus bus;
    private final InstantSource clock;

    TellingPeople(InAppNotices notices, Mails mails, MailRun mailRun, Bus bus, InstantSource clock) {
        this.notices = notices;
        this.mails = mails;
        this.mailRun = mailRun;
        this.bus = bus;
        this.clock = clock;
    }

    /** Fails when somebody who is needed is away; then the event comes again. */
    Future<Void> tell(Event<?> event, Optional<Telling> telling) {
        return telling.map(tell -> switch (tell.audience()) {
                    case Audience.Buyer(var customer, var email) -> buyer(event, customer, email, tell.message());
                    case Audience.BuyerOf(var order) -> buyerOf(event, order, tell.message());
                    case Audience.Staff staff -> staff(event, staff, tell.message());
                })
                .orElseGet(Future::succeededFuture);
    }

    private Future<Void> buyer(Event<?> event, @Nullable UserId customer, @Nullable Email email, Message message) {
        var told = new ArrayList<Future<Void>>();
        if (customer != null) {
            told.add(inApp(event, customer, message));
        }
        if (email != null && mailRun.isOn()) {
            told.add(mail(event, email, message));
        }
        return Future.all(told).mapEmpty();
    }

    private Future<Void> buyerOf(Event<?> event, OrderNumber order, Message message) {
        return Future.all(notices.buyerOf(order.value()), mails.buyerOf(order.value()))
                .compose(found -> {
                    Optional<UserId> customer = found.resultAt(0);
                    Optional<Email> email = found.resultAt(1);
                    if (email.isEmpty() && mailRun.isOn() && isYoung(event)) {
                        // The order's confirmation is on its way; the events of two domains have no order.
                        return Future.failedFuture(new ProblemException(Problem.unavailable(Domain.NOTIFICATION)));
                    }
                    return buyer(event, customer.orElse(null), email.orElse(null), message);
                });
    }

    private boolean isYoung(Event<?> event) {
        return clock.instant().isBefore(event.time().plus(CATCHING_UP));
    }

    private Future<Void> staff(Event<?> event, Audience.Staff staff, Message message) {
        return bus.call(UsersContract.RECIPIENTS, new RecipientsQuery(staff.roles()))
                .compose(recipients -> Future.all(recipients.items().stream()
                        .map(user -> inApp(event, user.id(), message))
                        .toList()))
                .mapEmpty();
    }

    private Future<Void> inApp(Event<?> event, UserId user, Message message) {
        var id = MessageIds.of(event.id(), Channel.IN_APP, user.value());
        var notice = InAppNotice.of(user, message, event.id(), clock.instant());
        return notices.insert(id, notice)
                .onSuccess(fresh -> {
                    if (fresh) {
                        var shown = notice.shown(id, Instant.EPOCH);
                        bus.publish(NotificationContract.NOTICE_FEED, new Noticed(user, shown));
                    }
                })
                .mapEmpty();
    }

    private Future<Void> mail(Event<?> event, Email to, Message message) {
        var id = MessageIds.of(event.id(), Channel.MAIL, to.value());
        var mail = Mail.of(to, message, event.id(), clock.instant(), mailRun.policy());
        return mails.insert(id, mail)
                .onSuccess(fresh -> {
                    if (fresh) {
                        mailRun.send(id, mail);
                    }
                })
                .mapEmpty();
    }
}
