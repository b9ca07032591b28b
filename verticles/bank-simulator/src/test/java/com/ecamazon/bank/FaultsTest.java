package com.ecamazon.bank;

import static com.ecamazon.bank.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.bank.BankClient.Reply;
import com.ecamazon.bank.Merchant.Received;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private final Merchant merchant;
    private final TestBank bank;
    private final BankClient client;
    private final String token;

    FaultsTest() throws IOException {
        merchant = new Merchant();
        bank = new TestBank(
                BankOptions.of(TestBank.freshFolder(), BankClient.SECRETS).callingBack(merchant.url()));
        client = bank.client();
        token = client.token("4242424242424242");
    }

    @BeforeEach
    void faults_areNoneAtFirst() {
        assertThat(client.get("/v1/faults").body().path("refuse").doubleValue()).isZero();
    }

    @AfterEach
    void stop() {
        bank.close();
        merchant.close();
    }

    @Test
    void faults_areTyped() {
        assertThat(faults("{\"refuse\":1.5}").text("code")).isEqualTo("INVALID_REQUEST");
        assertThat(faults("{\"latencyMs\":\"5\"}").text("code")).isEqualTo("INVALID_REQUEST");
        assertThat(faults("{\"refuse\":0.25,\"seed\":7}").body())
                .isEqualTo(client.get("/v1/faults").body());
        assertThat(client.delete("/v1/faults").body().path("refuse").doubleValue())
                .isZero();
    }

    @Test
    void refuse_answers503AndDoesNothing() {
        faults("{\"refuse\":1}");
        assertThat(client.authorize("a", token, 100).status()).isEqualTo(503);

        client.delete("/v1/faults");
        assertThat(client.authorization("a").status()).isEqualTo(404);
    }

    @Test
    void refuse_withASeed_strikesTheSameOnesAgain() {
        List<Integer> first = seeded();

        assertThat(seeded()).isEqualTo(first);
        assertThat(first).contains(503, 404);
    }

    private List<Integer> seeded() {
        faults("{\"refuse\":0.5,\"seed\":42}");
        return IntStream.range(0, 30)
                .mapToObj(_ -> client.authorization("none").status())
                .toList();
    }

    @Test
    void timeoutBefore_neitherChargesNorAnswers() {
        faults("{\"timeoutBefore\":1}");
        assertThatThrownBy(() -> authorizeBriefly("a")).isInstanceOf(HttpTimeoutException.class);

        client.delete("/v1/faults");
        assertThat(client.authorization("a").status()).isEqualTo(404);
    }

    @Test
    void timeoutAfter_chargesWithoutAnAnswer() {
        faults("{\"timeoutAfter\":1}");
        assertThatThrownBy(() -> authorizeBriefly("a")).isInstanceOf(HttpTimeoutException.class);

        client.delete("/v1/faults");
        assertThat(client.authorization("a").text("state")).isEqualTo("approved");
        assertThat(client.authorize("a", token, 100).status()).isEqualTo(200);
        eventually("told", () -> merchant.types("a").equals(List.of("authorization.approved")));
    }

    @Test
    void latency_delaysTheAnswer() {
        faults("{\"latencyMs\":200}");

        long start = System.nanoTime();
        assertThat(client.authorize("a", token, 100).status()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void duplicateCallbacks_comeTwiceWithOneId() {
        faults("{\"duplicateCallbacks\":1}");
        client.authorize("a", token, 100);

        eventually("twice", () -> merchant.of("a").size() == 2);
        assertThat(merchant.of("a"))
                .extracting(Received::id)
                .containsOnly(merchant.of("a").getFirst().id());
    }

    @Test
    void reorderCallbacks_comeInAnotherOrder() {
        faults("{\"reorderCallbacks\":300,\"seed\":3}");
        List<String> asked = IntStream.range(0, 20).mapToObj(i -> "a" + i).toList();
        asked.forEach(reference -> client.authorize(reference, token, 100));

        eventually("all told", () -> merchant.callbacks().size() == 20);
        List<String> told = merchant.callbacks().stream()
                .map(callback -> callback.text("reference"))
                .toList();
        assertThat(told).containsExactlyInAnyOrderElementsOf(asked).isNotEqualTo(asked);
    }

    @Test
    void callbackBeforeReply_isThereWhenTheAnswerComes() {
        faults("{\"callbackBeforeReply\":1}");
        for (int i = 0; i < 10; i++) {
            client.authorize("a" + i, token, 100);
            assertThat(merchant.of("a" + i)).hasSize(1);
        }
    }

    @Test
    void noCallback_isNeverSent() {
        faults("{\"noCallback\":1}");
        client.authorize("a", token, 100);
        client.delete("/v1/faults");
        client.authorize("b", token, 100);

        eventually("b told", () -> merchant.of("b").size() == 1);
        assertThat(merchant.of("a")).isEmpty();
        assertThat(client.get("/v1/callbacks?state=queued").body().path("total").intValue())
                .isZero();
    }

    @Test
    void wrongAmount_isSignedButNotWhatWasAuthorized() {
        faults("{\"wrongAmount\":1}");
        client.authorize("a", token, 100);

        eventually("told", () -> merchant.of("a").size() == 1);
        Received callback = merchant.of("a").getFirst();
        assertThat(callback.genuine()).isTrue();
        assertThat(callback.body().at("/amount/amount").longValue()).isNotEqualTo(100);
        assertThat(client.authorization("a").amount("amount")).isEqualTo(100);
    }

    @Test
    void forgedSignature_doesNotVerify() {
        faults("{\"forgedSignature\":1}");
        client.authorize("a", token, 100);

        eventually("told", () -> merchant.of("a").size() == 1);
        assertThat(merchant.of("a").getFirst().genuine()).isFalse();
    }

    @Test
    void refuseRefunds_failsThemVisiblyAndLetsANewOneThrough() {
        client.authorize("a", token, 100);
        client.capture("a", "c", 100);
        faults("{\"refuseRefunds\":1}");
        assertThat(client.refund("a", "r1", 100).text("state")).isEqualTo("failure");

        client.delete("/v1/faults");
        assertThat(client.refund("a", "r1", 100).text("state")).isEqualTo("failure");
        assertThat(client.refund("a", "r2", 100).text("state")).isEqualTo("success");
        eventually("both told", () -> merchant.types("a").containsAll(List.of("refund.failure", "refund.success")));
    }

    private Reply faults(String document) {
        return client.put("/v1/faults", document);
    }

    private Reply authorizeBriefly(String reference) throws IOException {
        return client.sendOrFail(
                "PUT",
                "/v1/authorizations/" + reference,
                BankClient.authorization(token, 100),
                "Bearer " + BankClient.API_KEY,
                Duration.ofMillis(300));
    }
}
