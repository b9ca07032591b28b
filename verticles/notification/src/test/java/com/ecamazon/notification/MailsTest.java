package com.ecamazon.notification;

import static com.ecamazon.platform.testing.LocalPod.await;
import static com.ecamazon.platform.testing.LocalPod.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.notification.Notices.Channel;
import com.ecamazon.contract.notification.Notices.DeliveryState;
import com.ecamazon.contract.notification.Notices.LogEntry;
import com.ecamazon.contract.notification.Notices.LogQuery;
import com.ecamazon.contract.notification.Notices.Resend;
import com.ecamazon.contract.notification.NotificationContract;
import com.ecamazon.contract.payment.PaymentContract;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.contract.shop.Orders.OrderNews.OrderRefused;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.notification.domain.MessageIds;
import com.ecamazon.notification.domain.News;
import com.ecamazon.platform.testing.LocalPod;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Future;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real SMTP server, which may be down. */
class MailsTest {
    private static final Caller SUPPORT = Caller.user(new UserId("support"), Set.of(Role.SUPPORT));
    private static final InstantSource NOW = InstantSource.system();

    @TempDir
    private Path folder;

    private GreenMail smtp;
    private int port;

    @BeforeEach
    void reserve() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        smtp = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    @AfterEach
    void stop() {
        smtp.stop();
    }

    private LocalPod open(InstantSource clock, int tries) {
        var settings = Map.of(
                "SMTP_HOST", "127.0.0.1",
                "SMTP_PORT", Integer.toString(port),
                "MAIL_FROM", "ECAMazon <shop@shop.example.test>",
                "MAIL_TRIES", Integer.toString(tries),
                "MAIL_BACKOFF_SECONDS", "0");
        return LocalPod.open(folder, settings, clock, NotificationApp.SERVICE);
    }

    private static List<LogEntry> mails(LocalPod pod, DeliveryState state) {
        return pod.call(SUPPORT, NotificationContract.LOG, new LogQuery(state, 100, null)).items().stream()
                .filter(entry -> entry.channel() == Channel.MAIL)
                .toList();
    }

    private static void eventuallySent(LocalPod pod, int count) {
        eventually(() -> mails(pod, DeliveryState.SENT).size() == count, count + " mails are sent");
    }

    private static String part(MimeMessage mail, int index) throws MessagingException, IOException {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(index).getContent();
    }

    @Test
    void confirmed_customer_getsAMailInPlainTextAndHtml() throws MessagingException, IOException {
        smtp.start();
        try (var pod = open(NOW, 5)) {
            Newsroom.tell(pod, ShopContract.ORDERS, "order", News.confirmed(News.ADA));
            eventuallySent(pod, 1);
            var mail = smtp.getReceivedMessages()[0];
            var id = MessageIds.of("shop.orders/order/1", Channel.MAIL, "ada@example.test");
            assertThat(mail.getSubject()).isEqualTo("Your order EC1001 is confirmed");
            assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("ada@example.test");
            assertThat(mail.getFrom())
                    .extracting(Object::toString)
                    .containsExactly("ECAMazon <shop@shop.example.test>");
            assertThat(mail.getMessageID()).isEqualTo("<" + id + "@shop.example.test>");
            assertThat(part(mail, 0)).contains("2 x Tea <b>\"Earl\"</b> & Co: EUR 1,235.00", "In all: EUR 1,239.90");
            assertThat(part(mail, 1))
                    .contains("Tea &lt;b&gt;&quot;Earl&quot;&lt;/b&gt; &amp; Co")
                    .doesNotContain("<b>");
        }
    }

    @Test
    void order_eventsTwentyTimesAtOnce_areOneMailEach() {
        smtp.start();
        try (var pod = open(NOW, 5)) {
            await(Future.all(IntStream.range(0, 20)
                    .mapToObj(i -> Newsroom.deliver(pod, ShopContract.ORDERS, "order", 1, News.confirmed(null)))
                    .toList()));
            await(Future.all(IntStream.range(0, 20)
                    .mapToObj(i -> Newsroom.deliver(pod, ShippingContract.PARCELS, "left", 1, News.departed()))
                    .toList()));
            eventuallySent(pod, 2);
            assertThat(smtp.getReceivedMessages()).hasSize(2);
            assertThat(mails(pod, DeliveryState.SENT)).allMatch(entry -> entry.attempts() == 1);
        }
    }

    @Test
    void serverDown_thenUp_sendsAllOnce() {
        try (var pod = open(NOW, 1_000)) {
            for (int i = 0; i < 10; i++) {
                Newsroom.tell(pod, ShopContract.ORDERS, "order" + i, News.confirmed(null));
            }
            eventually(
                    () -> mails(pod, DeliveryState.PENDING).stream().allMatch(entry -> entry.error() != null),
                    "all were tried");
            assertThat(mails(pod, DeliveryState.PENDING)).hasSize(10);
            smtp.start();
            eventuallySent(pod, 10);
            assertThat(smtp.getReceivedMessages()).hasSize(10);
            assertThat(mails(pod, DeliveryState.PENDING)).isEmpty();
        }
    }

    @Test
    void restart_pendingMails_areSent() {
        try (var pod = open(NOW, 1_000)) {
            Newsroom.tell(pod, ShopContract.ORDERS, "order", News.confirmed(News.ADA));
        }
        smtp.start();
        InstantSource later = () -> Instant.now().plus(Duration.ofMinutes(1));
        try (var pod = open(later, 5)) {
            eventuallySent(pod, 1);
            assertThat(smtp.getReceivedMessages()).hasSize(1);
            Newsroom.tell(pod, ShopContract.ORDERS, "order", News.confirmed(News.ADA));
            Newsroom.tell(pod, PaymentContract.PAYMENTS, "payment", News.refunded());
            eventuallySent(pod, 2);
            assertThat(smtp.getReceivedMessages()).hasSize(2);
        }
    }

    @Test
    void triedTooOften_isParked_andCanBeSentAgain() {
        try (var pod = open(NOW, 2)) {
            Newsroom.tell(
                    pod,
                    ShopContract.ORDERS,
                    "order",
                    new OrderRefused(News.ORDER, News.EMAIL, "The bank said no.", News.NOW));
            eventually(() -> mails(pod, DeliveryState.PARKED).size() == 1, "it is parked");
            var parked = mails(pod, DeliveryState.PARKED).getFirst();
            assertThat(parked.attempts()).isEqualTo(2);
            assertThat(parked.error()).isNotBlank();
            assertThat(parked.to()).isEqualTo("ada@example.test");
            smtp.start();
            pod.call(SUPPORT, NotificationContract.RESEND, new Resend(parked.id()));
            eventuallySent(pod, 1);
            assertThat(smtp.getReceivedMessages()).hasSize(1);
            assertProblem(409, () -> pod.call(SUPPORT, NotificationContract.RESEND, new Resend(parked.id())));
            assertProblem(404, () -> pod.call(SUPPORT, NotificationContract.RESEND, new Resend("none")));
        }
    }

    @Test
    void refunded_beforeItsConfirmation_waitsForIt() {
        smtp.start();
        try (var pod = open(NOW, 5)) {
            assertProblem(503, () -> Newsroom.tell(pod, PaymentContract.PAYMENTS, "payment", News.refunded()));
            Newsroom.tell(pod, ShopContract.ORDERS, "order", News.confirmed(null));
            Newsroom.tell(pod, PaymentContract.PAYMENTS, "payment", News.refunded());
            eventuallySent(pod, 2);
        }
    }

    private static void assertProblem(int status, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(status));
    }
}
