package com.ecamazon.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.notification.Notices.Channel;
import com.ecamazon.contract.notification.Notices.DeliveryState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailTest {
    private static final MailPolicy POLICY = new MailPolicy(3, Duration.ofSeconds(4));
    private static final Mail MAIL =
            Mail.of(News.EMAIL, Message.of("order.shipped", "EC1001", "Title", "Text"), "event-1", News.NOW, POLICY);

    @Test
    void of_new_isPendingAndLeased() {
        assertThat(MAIL.isDue(News.NOW.plusSeconds(29))).isFalse();
        assertThat(MAIL.isDue(News.NOW.plusSeconds(30))).isTrue();
        assertThat(MAIL.sent().isDue(News.NOW.plusSeconds(99))).isFalse();
    }

    @Test
    void failed_again_waitsTwiceAsLongAndThenIsParked() {
        var once = MAIL.failed("away", false, News.NOW, POLICY, 1);
        var twice = once.failed("away", false, News.NOW, POLICY, 1);
        var thrice = twice.failed("still away", false, News.NOW, POLICY, 1);
        assertThat(once.dueAt()).isEqualTo(News.NOW.plusSeconds(4));
        assertThat(twice.dueAt()).isEqualTo(News.NOW.plusSeconds(8));
        assertThat(MAIL.failed("away", false, News.NOW, POLICY, 0).dueAt()).isEqualTo(News.NOW.plusSeconds(2));
        assertThat(thrice.state()).isEqualTo(DeliveryState.PARKED);
        assertThat(thrice.attempts()).isEqualTo(3);
        assertThat(thrice.error()).isEqualTo("still away");
        assertThat(thrice.again(News.NOW, POLICY).state()).isEqualTo(DeliveryState.PENDING);
        assertThat(thrice.again(News.NOW, POLICY).attempts()).isZero();
    }

    @Test
    void failed_hopeless_isParkedAtOnce() {
        assertThat(MAIL.failed("no such mailbox", true, News.NOW, POLICY, 1).state())
                .isEqualTo(DeliveryState.PARKED);
    }

    @Test
    void backoff_manyTries_staysBelowAQuarterOfAnHour() {
        assertThat(POLICY.backoff(1_000, 1)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void html_markupInText_isEscaped() {
        var html = MailBody.html("A & <i>B</i>", List.of("<script>\"'</script>"));
        assertThat(html)
                .contains("A &amp; &lt;i&gt;B&lt;/i&gt;", "&lt;script&gt;&quot;&#39;&lt;/script&gt;")
                .doesNotContain("<script>", "<i>");
    }

    @Test
    void id_eventChannelAndRecipient_tellsApart() {
        var id = MessageIds.of("shop.orders/a/1", Channel.MAIL, "ada@example.test");
        assertThat(id).isEqualTo(MessageIds.of("shop.orders/a/1", Channel.MAIL, "ada@example.test"));
        assertThat(id).matches("[A-Za-z0-9_-]{24}");
        assertThat(List.of(
                        MessageIds.of("shop.orders/a/2", Channel.MAIL, "ada@example.test"),
                        MessageIds.of("shop.orders/a/1", Channel.IN_APP, "ada@example.test"),
                        MessageIds.of("shop.orders/a/1", Channel.MAIL, "bob@example.test")))
                .doesNotContain(id);
    }
}
