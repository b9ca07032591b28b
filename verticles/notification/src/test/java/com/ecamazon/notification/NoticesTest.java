package com.ecamazon.notification;

import static com.ecamazon.platform.testing.LocalPod.await;
import static com.ecamazon.platform.testing.LocalPod.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.notification.Notices.LogEntry;
import com.ecamazon.contract.notification.Notices.LogQuery;
import com.ecamazon.contract.notification.Notices.MarkRead;
import com.ecamazon.contract.notification.Notices.Notice;
import com.ecamazon.contract.notification.Notices.NoticeList;
import com.ecamazon.contract.notification.Notices.Noticed;
import com.ecamazon.contract.notification.Notices.NoticesQuery;
import com.ecamazon.contract.notification.NotificationContract;
import com.ecamazon.contract.payment.PaymentContract;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.contract.shop.Catalogue.ProductNews.ProductChanged;
import com.ecamazon.contract.shop.Catalogue.ProductNews.ProductCreated;
import com.ecamazon.contract.shop.Catalogue.ProductNews.ProductRemoved;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.notification.domain.News;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.json.Json;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without a mail server: in-app only. */
class NoticesTest {
    private static final Caller SUPPORT = Caller.user(new UserId("support"), Set.of(Role.SUPPORT));
    private static final ProductId TEA = new ProductId("tea");

    private LocalPod pod;

    @BeforeEach
    void open() {
        pod = LocalPod.open(NotificationApp.SERVICE);
    }

    @AfterEach
    void close() {
        pod.close();
    }

    private NoticeList of(UserId user) {
        return pod.call(Caller.user(user, Set.of(Role.CUSTOMER)), NotificationContract.NOTICES, new NoticesQuery(100));
    }

    private List<LogEntry> log() {
        var all = new ArrayList<LogEntry>();
        String cursor = null;
        do {
            var page = pod.call(SUPPORT, NotificationContract.LOG, new LogQuery(null, 2, cursor));
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    @Test
    void order_fromConfirmedToRefunded_tellsTheCustomerEachStep() {
        Newsroom.tell(pod, ShopContract.ORDERS, "order", News.confirmed(News.ADA));
        Newsroom.tell(pod, ShippingContract.PARCELS, "left", News.departed());
        Newsroom.tell(pod, ShippingContract.PARCELS, "out", News.out());
        Newsroom.tell(pod, ShippingContract.PARCELS, "there", News.delivered());
        Newsroom.tell(pod, PaymentContract.PAYMENTS, "payment", News.refunded());
        var notices = of(News.ADA);
        assertThat(notices.unread()).isEqualTo(5);
        assertThat(notices.items())
                .extracting(Notice::event)
                .containsExactlyInAnyOrder(
                        "order.refunded",
                        "order.delivered",
                        "order.out_for_delivery",
                        "order.shipped",
                        "order.confirmed");
        assertThat(notices.items()).allMatch(notice -> News.ORDER.value().equals(notice.subject()) && !notice.read());
        assertThat(of(new UserId("bob")).items()).isEmpty();
    }

    @Test
    void order_eventTwentyTimes_tellsOnce() {
        var live = live();
        await(Future.all(IntStream.range(0, 20)
                .mapToObj(i -> Newsroom.deliver(pod, ShopContract.ORDERS, "order", 1, News.confirmed(News.ADA)))
                .toList()));
        assertThat(of(News.ADA).items()).hasSize(1);
        Newsroom.tell(pod, ShippingContract.PARCELS, "left", News.departed());
        eventually(() -> live.size() >= 2, "the feed tells both");
        assertThat(live)
                .extracting(noticed -> noticed.notice().event())
                .containsExactly("order.confirmed", "order.shipped");
        assertThat(live).allMatch(noticed -> noticed.user().equals(News.ADA));
        assertThat(of(News.ADA).items())
                .extracting(Notice::id)
                .contains(live.getFirst().notice().id());
    }

    private List<Noticed> live() {
        var live = new CopyOnWriteArrayList<Noticed>();
        var consumer = pod.node().vertx().eventBus().<Buffer>consumer(NotificationContract.NOTICE_FEED.name());
        consumer.handler(message -> live.add(Json.read(message.body().getBytes(), Noticed.class)));
        await(consumer.completion());
        return live;
    }

    @Test
    void order_ofAGuest_writesNothing() {
        Newsroom.tell(pod, ShopContract.ORDERS, "order", News.confirmed(null));
        Newsroom.tell(pod, PaymentContract.PAYMENTS, "payment", News.refunded());
        assertThat(log()).isEmpty();
    }

    @Test
    void markRead_some_leavesWhatComesLater() {
        var ada = Caller.user(News.ADA, Set.of(Role.CUSTOMER));
        assertThat(pod.call(ada, NotificationContract.MARK_READ, new MarkRead()).count())
                .isZero();
        Newsroom.tell(pod, ShopContract.ORDERS, "order", News.confirmed(News.ADA));
        assertThat(pod.call(ada, NotificationContract.MARK_READ, new MarkRead()).count())
                .isEqualTo(1);
        assertThat(of(News.ADA).unread()).isZero();
        assertThat(of(News.ADA).items()).allMatch(Notice::read);
        Newsroom.tell(pod, ShippingContract.PARCELS, "left", News.departed());
        assertThat(of(News.ADA).unread()).isEqualTo(1);
        assertThat(of(News.ADA).items()).extracting(Notice::read).containsExactly(false, true);
        assertThat(pod.call(ada, NotificationContract.MARK_READ, new MarkRead()).count())
                .isEqualTo(1);
    }

    @Test
    void product_createdChangedDeleted_tellsMerchandisersAndAdministrators() {
        pod.deploy(Staff.SERVICE);
        Newsroom.tell(pod, ShopContract.PRODUCTS, "a", new ProductCreated(TEA, "Tea", Money.eur(500)));
        Newsroom.tell(pod, ShopContract.PRODUCTS, "b", new ProductChanged(TEA, "Tea", Money.eur(400), Money.eur(500)));
        Newsroom.tell(pod, ShopContract.PRODUCTS, "c", new ProductRemoved(TEA, "Tea"));
        for (var role : List.of(Role.MERCHANDISER, Role.ADMIN)) {
            assertThat(of(Staff.of(role)).items())
                    .extracting(Notice::event)
                    .containsExactlyInAnyOrder("product.created", "product.changed", "product.deleted");
        }
        assertThat(of(Staff.of(Role.SUPPORT)).items()).isEmpty();
        assertThat(log()).hasSize(6).extracting(LogEntry::id).doesNotHaveDuplicates();
    }

    @Test
    void refundFailed_tellsFinanceOnly() {
        pod.deploy(Staff.SERVICE);
        Newsroom.tell(pod, PaymentContract.PAYMENTS, "payment", News.refundFailed());
        assertThat(of(Staff.of(Role.FINANCE)).items())
                .singleElement()
                .satisfies(notice -> assertThat(notice.text()).contains("EUR 19.99", "card_expired"));
        assertThat(log()).hasSize(1);
    }

    @Test
    void product_usersAway_isToldWhenUsersIsBack() {
        var shop = new AtomicReference<Newsroom.Shop>();
        pod.deploy(new Service(Domain.SHOP, platform -> {
            shop.set(new Newsroom.Shop(platform));
            return shop.get();
        }));
        assertThatThrownBy(() -> await(Newsroom.deliver(
                        pod, ShopContract.PRODUCTS, "x", 1, new ProductCreated(TEA, "Tea", Money.eur(1)))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(503));
        shop.get().show("tea", new ProductCreated(TEA, "Tea", Money.eur(500)));
        shop.get().show("tea", new ProductRemoved(TEA, "Tea"));
        pod.deploy(Staff.SERVICE);
        var admin = Staff.of(Role.ADMIN);
        eventually(() -> of(admin).items().size() == 2, "both are told");
        assertThat(of(admin).items()).extracting(Notice::event).containsExactly("product.deleted", "product.created");
    }
}
