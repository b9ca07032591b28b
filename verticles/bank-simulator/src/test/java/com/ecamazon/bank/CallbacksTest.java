package com.ecamazon.bank;

import static com.ecamazon.bank.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.bank.Merchant.Received;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallbacksTest {

    private static final String GOOD = "4242424242424242";
    private static final CallbackPolicy QUICK =
            new CallbackPolicy(4, Duration.ofMillis(10), Duration.ofMillis(50), 16, Duration.ofSeconds(1));

    @TempDir
    private Path data;

    private Merchant merchant;

    CallbacksTest() throws IOException {
        merchant = new Merchant();
    }

    private BankOptions options;

    @BeforeEach
    void options() {
        options = BankOptions.of(data, BankClient.SECRETS)
                .callingBack(merchant.url())
                .trying(QUICK)
                .pendingFor(Duration.ofMillis(150));
    }

    @AfterEach
    void stop() {
        merchant.close();
    }

    @Test
    void everyChange_isToldOnceAndSigned() {
        try (TestBank bank = new TestBank(options)) {
            BankClient client = bank.client();
            String token = client.token(GOOD);
            client.authorize("a", token, 500);
            client.authorize("a", token, 500);
            client.capture("a", "c1", 300);
            client.refund("a", "r1", 100);
            client.authorize("b", token, 500);
            client.cancel("b");
            client.cancel("b");
            client.authorize("c", client.token("4000000000000002"), 500);

            eventually("six callbacks", () -> merchant.callbacks().size() >= 6);

            assertThat(merchant.callbacks()).hasSize(6).allMatch(Received::genuine);
            assertThat(merchant.callbacks()).extracting(Received::id).doesNotHaveDuplicates();
            assertThat(merchant.types("a"))
                    .containsExactlyInAnyOrder("authorization.approved", "capture.success", "refund.success");
            assertThat(merchant.types("b")).containsExactlyInAnyOrder("authorization.approved", "authorization.voided");
            assertThat(merchant.types("c")).containsExactly("authorization.declined");
            Received capture = merchant.of("a").stream()
                    .filter(callback -> callback.text("type").equals("capture.success"))
                    .findFirst()
                    .orElseThrow();
            assertThat(capture.text("operationReference")).isEqualTo("c1");
            assertThat(capture.text("state")).isEqualTo("success");
            assertThat(capture.text("id")).isEqualTo(capture.id());
            assertThat(capture.body().path("amount").toString()).isEqualTo("{\"amount\":300,\"currency\":\"EUR\"}");
        }
    }

    @Test
    void pendingCard_isApprovedAndRefundedByCallback() {
        try (TestBank bank = new TestBank(options)) {
            BankClient client = bank.client();
            assertThat(client.authorize("p", client.token("4000000000003220"), 500)
                            .text("state"))
                    .isEqualTo("pending");

            eventually("approved", () -> merchant.types("p").contains("authorization.approved"));
            assertThat(client.authorization("p").text("state")).isEqualTo("approved");
            client.capture("p", "c1", 500);
            assertThat(client.refund("p", "r1", 500).text("state")).isEqualTo("pending");
            eventually("refunded", () -> merchant.types("p").contains("refund.success"));

            assertThat(client.authorization("p").amount("refunded")).isEqualTo(500);
        }
    }

    @Test
    void pendingCard_afterARestart_isStillApproved() {
        try (TestBank bank = new TestBank(options.pendingFor(Duration.ofHours(1)))) {
            bank.client().authorize("p", bank.client().token("4000000000003220"), 500);
        }
        try (TestBank bank = new TestBank(options)) {
            eventually("approved", () -> merchant.types("p").contains("authorization.approved"));
            assertThat(bank.client().authorization("p").text("state")).isEqualTo("approved");
        }
    }

    @Test
    void callback_refusedTwice_isTriedAgainWithTheSameId() {
        try (TestBank bank = new TestBank(options)) {
            merchant.refuseNext(2);

            bank.client().authorize("a", bank.client().token(GOOD), 500);

            eventually("delivered", () -> merchant.of("a").size() == 1);
            assertThat(merchant.of("a").getFirst().genuine()).isTrue();
        }
    }

    @Test
    void callback_refusedTooOften_isParkedUntilTheUrlIsSetAgain() {
        try (TestBank bank = new TestBank(options)) {
            BankClient client = bank.client();
            merchant.refuseNext(4);
            client.authorize("a", client.token(GOOD), 500);
            eventually("parked", () -> parked(client) == 1);
            assertThat(client.get("/v1/callbacks?state=parked")
                            .body()
                            .at("/items/0/attempts")
                            .intValue())
                    .isEqualTo(4);
            assertThat(client.get("/v1/callbacks?state=parked")
                            .body()
                            .at("/items/0/lastError")
                            .asText())
                    .contains("500");
        }
        try (TestBank bank =
                new TestBank(BankOptions.of(data, BankClient.SECRETS).trying(QUICK))) {
            BankClient client = bank.client();
            assertThat(parked(client)).isEqualTo(1);

            client.put("/v1/merchant", "{\"callbackUrl\":\"" + merchant.url() + "\"}");

            eventually("delivered", () -> merchant.of("a").size() == 1);
            assertThat(parked(client)).isZero();
        }
    }

    @Test
    void callbacks_owedAtAStop_areDeliveredAfterTheRestart() throws IOException {
        int port = merchant.port();
        merchant.close();
        CallbackPolicy patient =
                new CallbackPolicy(50, Duration.ofMillis(50), Duration.ofMillis(100), 16, Duration.ofSeconds(1));
        try (TestBank bank = new TestBank(options.trying(patient))) {
            String token = bank.client().token(GOOD);
            IntStream.range(0, 30).forEach(i -> bank.client().authorize("a" + i, token, 500));
        }

        merchant = new Merchant(port);
        try (TestBank bank =
                new TestBank(BankOptions.of(data, BankClient.SECRETS).trying(patient))) {
            eventually("thirty callbacks", () -> merchant.callbacks().size() == 30);
            assertThat(merchant.callbacks()).extracting(Received::id).doesNotHaveDuplicates();
            eventually(
                    "nothing owed",
                    () -> bank.client()
                                    .get("/v1/callbacks?state=queued")
                                    .body()
                                    .path("total")
                                    .intValue()
                            == 0);
        }
        int delivered = merchant.callbacks().size();
        try (TestBank bank =
                new TestBank(BankOptions.of(data, BankClient.SECRETS).trying(patient))) {
            assertThat(bank.client()
                            .get("/v1/callbacks?state=queued")
                            .body()
                            .path("total")
                            .intValue())
                    .isZero();
        }
        assertThat(merchant.callbacks()).hasSize(delivered);
    }

    private static int parked(BankClient client) {
        return client.get("/v1/callbacks?state=parked").body().path("total").intValue();
    }
}
