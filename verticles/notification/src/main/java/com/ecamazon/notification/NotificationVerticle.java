package com.ecamazon.notification;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.notification.NotificationContract;
import com.ecamazon.contract.payment.PaymentContract;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.notification.domain.OrderTellings;
import com.ecamazon.notification.domain.ProductTellings;
import com.ecamazon.notification.store.InAppNotices;
import com.ecamazon.notification.store.Mails;
import com.ecamazon.notification.store.ReadMarks;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.bus.Bindings;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** One instance of Notification: its parts, and what serves what. */
final class NotificationVerticle extends DomainVerticle {
    private final MailRun mailRun;
    private final TellingPeople tellingPeople;
    private final ReadingNotices readingNotices;
    private final ReadingTheLog readingTheLog;
    private final AuditFacts auditFacts;

    NotificationVerticle(Platform platform) {
        super(platform, Domain.NOTIFICATION);
        // Documents keep milliseconds, so nothing is shown that a restart would round.
        InstantSource clock = () -> platform.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var notices = new InAppNotices(platform.database());
        var mails = new Mails(platform.database());
        var smtp = MailServer.from(platform.settings()).map(server -> new Smtp(platform.vertx(), server));
        mailRun = new MailRun(platform.vertx(), mails, smtp, platform.settings(), clock);
        tellingPeople = new TellingPeople(notices, mails, mailRun, platform.bus(), clock);
        readingNotices = new ReadingNotices(notices, new ReadMarks(platform.database()));
        readingTheLog = new ReadingTheLog(notices, mails, mailRun, clock);
        auditFacts = new AuditFacts(notices, mails);
    }

    @Override
    protected Future<?> prepare() {
        return Future.succeededFuture();
    }

    @Override
    protected void bind(Bindings bindings) {
        bindings.subscribe(ShopContract.ORDERS, event -> tellingPeople.tell(event, OrderTellings.of(event.data())));
        bindings.subscribe(
                ShopContract.PRODUCTS,
                event -> tellingPeople.tell(event, Optional.of(ProductTellings.of(event.data()))));
        bindings.subscribe(
                ShippingContract.PARCELS, event -> tellingPeople.tell(event, OrderTellings.of(event.data())));
        bindings.subscribe(
                PaymentContract.PAYMENTS, event -> tellingPeople.tell(event, OrderTellings.of(event.data())));
        bindings.serve(NotificationContract.NOTICES, readingNotices::notices);
        bindings.serve(NotificationContract.MARK_READ, readingNotices::markRead);
        bindings.serve(NotificationContract.LOG, readingTheLog::page);
        bindings.serve(NotificationContract.RESEND, readingTheLog::resend);
        bindings.serve(NotificationContract.MESSAGE_FACTS, auditFacts::messages);
    }

    @Override
    protected Future<?> started() {
        mailRun.start();
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        return mailRun.finish().transform(done -> super.stop());
    }
}
