package com.ecamazon.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.bank.BankClient.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BankProtocolTest {

    private static final String GOOD = "4242424242424242";

    private final Path data;
    private final TestBank bank;
    private final BankClient client;

    BankProtocolTest() throws IOException {
        this.data = TestBank.freshFolder();
        this.bank = new TestBank(BankOptions.of(data, BankClient.SECRETS));
        this.client = bank.client();
    }

    @Test
    void health_needsNoKey() {
        assertThat(client.send("GET", "/health", "", "none").status()).isEqualTo(200);
    }

    @AfterAll
    void stop() {
        bank.close();
    }

    @Test
    void call_withoutTheKey_is401() {
        Reply reply = client.send("GET", "/v1/statement", "", "Bearer wrong");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text("code")).isEqualTo("UNAUTHORIZED");
    }

    @Test
    void token_ofAGoodCard_showsNoNumberAndIsReadBack() throws IOException {
        Reply stored = client.store("5555555555554444");

        assertThat(stored.status()).isEqualTo(201);
        assertThat(stored.text("brand")).isEqualTo("mastercard");
        assertThat(stored.text("last4")).isEqualTo("4444");
        assertThat(client.get("/v1/tokens/" + stored.text("token")).body()).isEqualTo(stored.body());
        assertThat(client.store("5555555555554444").text("fingerprint")).isEqualTo(stored.text("fingerprint"));
        assertThat(client.store(GOOD).text("fingerprint")).isNotEqualTo(stored.text("fingerprint"));
        assertThat(Files.readString(data.resolve("journal.jsonl")))
                .contains(stored.text("token"))
                .doesNotContain("5555555555554444", GOOD, "Ada", "123\"");
        assertThat(client.get("/v1/tokens/tok_none").status()).isEqualTo(404);
    }

    @Test
    void token_ofABadCard_isRefusedByCode() {
        assertThat(code(client.post("/v1/tokens", BankClient.card("4242424242424241", 2030, "123"))))
                .isEqualTo("400 INVALID_NUMBER");
        assertThat(code(client.post("/v1/tokens", BankClient.card(GOOD, 2020, "123"))))
                .isEqualTo("400 EXPIRED");
        assertThat(code(client.post("/v1/tokens", BankClient.card(GOOD, 2030, "12"))))
                .isEqualTo("400 INVALID_CVC");
    }

    @Test
    void authorization_byTestNumber_isAnswered() {
        assertThat(state(client.authorize("n1", client.token(GOOD), 100))).isEqualTo("201 approved null");
        assertThat(state(client.authorize("n2", client.token("5555555555554444"), 100)))
                .isEqualTo("201 approved null");
        assertThat(state(client.authorize("n3", client.token("4000000000000002"), 100)))
                .isEqualTo("201 declined DECLINED");
        assertThat(state(client.authorize("n4", client.token("4000000000009995"), 100)))
                .isEqualTo("201 declined INSUFFICIENT_FUNDS");
        assertThat(state(client.authorize("n5", client.token("4111111111111111"), 100)))
                .isEqualTo("201 approved null");
        assertThat(code(client.authorize("n6", "tok_none", 100))).isEqualTo("422 UNKNOWN_TOKEN");
        assertThat(code(client.authorization("n6"))).isEqualTo("404 UNKNOWN_REFERENCE");
    }

    @Test
    void authorization_askedTwentyTimesAtOnce_isMadeOnce() {
        String token = client.token(GOOD);

        List<Reply> replies = atOnce(20, _ -> client.authorize("same", token, 700));

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(201).contains(200);
        assertThat(replies)
                .extracting(Reply::body)
                .containsOnly(replies.getFirst().body());
        assertThat(code(client.authorize("same", token, 701))).isEqualTo("422 REFERENCE_REUSED");
    }

    @Test
    void capture_andRefund_moveMoneyOnceEach() {
        client.authorize("m1", client.token(GOOD), 1000);

        Reply capture = client.capture("m1", "c1", 600);
        assertThat(capture.status()).isEqualTo(201);
        assertThat(capture.text("state")).isEqualTo("success");
        assertThat(capture.text("operationReference")).isEqualTo("c1");
        assertThat(capture.amount("captured")).isEqualTo(600);
        assertThat(client.capture("m1", "c1", 600).status()).isEqualTo(200);
        assertThat(code(client.capture("m1", "c2", 401))).isEqualTo("409 OVER_CAPTURE");
        assertThat(code(client.cancel("m1"))).isEqualTo("409 ALREADY_CAPTURED");
        assertThat(client.refund("m1", "r1", 200).text("state")).isEqualTo("success");
        assertThat(code(client.refund("m1", "r2", 401))).isEqualTo("409 OVER_REFUND");
        assertThat(client.put("/v1/authorizations/m1/chargebacks/k1", BankClient.money(400))
                        .status())
                .isEqualTo(201);

        Reply read = client.authorization("m1");
        assertThat(read.amount("amount")).isEqualTo(1000);
        assertThat(read.amount("captured")).isEqualTo(600);
        assertThat(read.amount("refunded")).isEqualTo(200);
        assertThat(statement("m1")).containsExactly("capture c1 600", "refund r1 200", "chargeback k1 400");
    }

    @Test
    void refund_twentyOf30On100AtOnce_succeedsThreeTimes() {
        client.authorize("twenty", client.token(GOOD), 100);
        client.capture("twenty", "c", 100);

        List<Reply> replies = atOnce(20, i -> client.refund("twenty", "r" + i, 30));

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(3);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .extracting(BankProtocolTest::code)
                .containsOnly("409 OVER_REFUND");
        assertThat(client.authorization("twenty").amount("refunded")).isEqualTo(90);
    }

    @Test
    void cancel_isIdempotentAndBarsALaterAuthorization() {
        client.authorize("v1", client.token(GOOD), 100);
        assertThat(state(client.cancel("v1"))).isEqualTo("200 voided null");
        assertThat(state(client.cancel("v1"))).isEqualTo("200 voided null");
        assertThat(code(client.capture("v1", "c", 100))).isEqualTo("409 NOT_APPROVED");

        assertThat(state(client.cancel("v2"))).isEqualTo("200 voided null");
        assertThat(state(client.authorization("v2"))).isEqualTo("200 voided null");
        assertThat(state(client.authorize("v2", client.token(GOOD), 100))).isEqualTo("201 voided null");
    }

    @Test
    void statement_readInPages_isWhole() {
        client.authorize("pages", client.token(GOOD), 100);
        IntStream.range(0, 7).forEach(i -> client.capture("pages", "c" + i, 10));

        List<Long> lines = new ArrayList<>();
        Reply page = client.get("/v1/statement?after=0&limit=2");
        page.body().path("lines").forEach(line -> lines.add(line.path("line").longValue()));
        while (!page.body().path("next").isNull()) {
            page = client.get("/v1/statement?limit=2&after=" + page.text("next"));
            page.body()
                    .path("lines")
                    .forEach(line -> lines.add(line.path("line").longValue()));
        }

        assertThat(lines).hasSizeGreaterThanOrEqualTo(7);
        assertThat(lines)
                .isEqualTo(LongStream.rangeClosed(1, lines.size()).boxed().toList());
        assertThat(code(client.get("/v1/statement?after=-1"))).isEqualTo("400 INVALID_REQUEST");
        assertThat(code(client.get("/v1/statement?limit=0"))).isEqualTo("400 INVALID_REQUEST");
    }

    @Test
    void request_ofWrongTypes_is400() {
        String token = client.token(GOOD);
        List<String> wrong = List.of(
                "",
                "[]",
                "{\"amount\":{\"amount\":1,\"currency\":\"EUR\"}",
                "{\"token\":\"" + token + "\"}",
                "{\"token\":1,\"amount\":{\"amount\":1,\"currency\":\"EUR\"}}",
                "{\"token\":\"" + token + "\",\"amount\":{\"amount\":\"1\",\"currency\":\"EUR\"}}",
                "{\"token\":\"" + token + "\",\"amount\":{\"amount\":1.5,\"currency\":\"EUR\"}}",
                "{\"token\":\"" + token + "\",\"amount\":{\"amount\":-1,\"currency\":\"EUR\"}}",
                "{\"token\":\"" + token + "\",\"amount\":{\"amount\":1,\"currency\":\"euro\"}}");

        assertThat(wrong)
                .extracting(body -> code(client.put("/v1/authorizations/wrong", body)))
                .containsOnly("400 INVALID_REQUEST");
        assertThat(client.put(
                                "/v1/authorizations/extra",
                                "{\"x\":1," + BankClient.authorization(token, 1).substring(1))
                        .status())
                .isEqualTo(201);
        assertThat(code(client.put("/v1/authorizations/a%20b", BankClient.authorization(token, 1))))
                .isEqualTo("400 INVALID_REQUEST");
    }

    @Test
    void request_outsideTheProtocol_isAProblem() {
        assertThat(code(client.put("/v1/authorizations/big", " ".repeat(17_000))))
                .isEqualTo("413 BODY_TOO_LARGE");
        assertThat(code(client.get("/v1/nothing"))).isEqualTo("404 NOT_FOUND");
        assertThat(code(client.delete("/v1/statement"))).isEqualTo("405 METHOD_NOT_ALLOWED");
        assertThat(code(client.put("/v1/merchant", "{\"callbackUrl\":\"file:///etc/passwd\"}")))
                .isEqualTo("400 INVALID_REQUEST");
    }

    private List<String> statement(String reference) {
        List<String> lines = new ArrayList<>();
        client.get("/v1/statement?limit=1000").body().path("lines").forEach(line -> {
            if (line.path("reference").asText().equals(reference)) {
                lines.add(line.path("kind").asText() + " "
                        + line.path("operationReference").asText() + " "
                        + line.path("amount").path("amount").asText());
            }
        });
        return lines;
    }

    private static String code(Reply reply) {
        return reply.status() + " " + reply.text("code");
    }

    private static String state(Reply reply) {
        return reply.status() + " " + reply.text("state") + " " + reply.text("reason");
    }

    static <T> List<T> atOnce(int count, IntFunction<T> call) {
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            Stream<Callable<T>> calls = IntStream.range(0, count).mapToObj(i -> () -> call.apply(i));
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls.toList())) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
