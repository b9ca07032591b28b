package com.ecamazon.bank;

import static com.ecamazon.bank.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BankAppTest {

    private static final int CONNECTIONS = 16;
    private static final int ENOUGH = 600;

    @TempDir
    private Path data;

    /** Where the library for it does not load, Java's own is used without a word. */
    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void transport_linux_isNative() {
        assertThat(BankApp.transport().name()).isIn("io_uring", "epoll");
    }

    @Test
    void kill_whileAuthorizing_losesNothingThatWasAnswered() throws Exception {
        Set<String> answered = ConcurrentHashMap.newKeySet();
        Set<String> captured = ConcurrentHashMap.newKeySet();
        try (Merchant merchant = new Merchant()) {
            try (BankProcess bank =
                    new BankProcess(data, "--callback", merchant.url().toString())) {
                CountDownLatch ended = new CountDownLatch(CONNECTIONS);
                List<Thread> buyers = IntStream.range(0, CONNECTIONS)
                        .mapToObj(i -> Thread.ofPlatform().start(() -> {
                            buyUntilKilled(new BankClient(bank.port()), i, answered, captured);
                            ended.countDown();
                        }))
                        .toList();
                eventually("many captures", () -> captured.size() >= ENOUGH);
                bank.kill();
                ended.await();
                assertThat(buyers).hasSize(CONNECTIONS);
            }

            try (BankProcess bank = new BankProcess(data)) {
                BankClient client = new BankClient(bank.port());
                assertThat(answered)
                        .allMatch(reference -> client.authorization(reference).amount("amount") == 1000);
                List<String> lines = captureLines(client);
                assertThat(lines).doesNotHaveDuplicates().containsAll(captured);
                Set<String> told = new HashSet<>(captured);
                eventually("every capture told", () -> {
                    merchant.callbacks().stream()
                            .filter(callback -> callback.text("type").equals("capture.success"))
                            .forEach(callback -> told.remove(callback.text("operationReference")));
                    return told.isEmpty();
                });
                assertThat(merchant.callbacks()).allMatch(Merchant.Received::genuine);
                assertThat(bank.terminate()).isEqualTo(143);
            }
        }
    }

    private static void buyUntilKilled(BankClient client, int buyer, Set<String> answered, Set<String> captured) {
        try {
            String token = client.token("4242424242424242");
            for (int i = 0; ; i++) {
                String reference = "o-" + buyer + "-" + i;
                if (client.authorize(reference, token, 1000).status() == 201) {
                    answered.add(reference);
                }
                if (client.capture(reference, "c-" + reference, 1000).status() == 201) {
                    captured.add("c-" + reference);
                }
            }
        } catch (IllegalStateException _) {
            // The bank was killed, which is the point.
        }
    }

    private static List<String> captureLines(BankClient client) {
        List<String> found = new ArrayList<>();
        JsonNode page = client.get("/v1/statement?limit=1000").body();
        page.path("lines")
                .forEach(line -> found.add(line.path("operationReference").asText()));
        while (!page.path("next").isNull()) {
            page = client.get("/v1/statement?limit=1000&after="
                            + page.path("next").asText())
                    .body();
            page.path("lines")
                    .forEach(line -> found.add(line.path("operationReference").asText()));
        }
        return found;
    }

    @Test
    void start_withWhatCannotBe_saysOneSentence() throws Exception {
        Path file = Files.writeString(data.resolve("file"), "x");
        try (BankProcess first = new BankProcess(data.resolve("a"));
                BankProcess samePort = new BankProcess(data.resolve("b"), "--port", Integer.toString(first.port()));
                BankProcess sameFolder = new BankProcess(data.resolve("a"));
                BankProcess noFolder = new BankProcess(file);
                BankProcess unknown = new BankProcess(data.resolve("c"), "--api-key", "x")) {
            assertThat(samePort.firstLine()).contains("Cannot listen on 127.0.0.1:" + first.port());
            assertThat(samePort.exitStatus()).isEqualTo(1);
            assertThat(sameFolder.firstLine()).contains("in use by another bank");
            assertThat(sameFolder.exitStatus()).isEqualTo(1);
            assertThat(noFolder.firstLine()).contains("cannot be written");
            assertThat(noFolder.exitStatus()).isEqualTo(1);
            assertThat(unknown.firstLine()).contains("Unknown option --api-key");
            assertThat(unknown.exitStatus()).isEqualTo(2);
        }
    }

    @Test
    void start_withSecretFiles_usesThem() throws IOException {
        Path key = Files.writeString(data.resolve("key"), "from-a-file\n");
        try (BankProcess bank = new BankProcess(data.resolve("d"), "--api-key-file", key.toString())) {
            BankClient client = new BankClient(bank.port());

            assertThat(client.send("GET", "/v1/statement", "", "Bearer from-a-file")
                            .status())
                    .isEqualTo(200);
            assertThat(client.get("/v1/statement").status()).isEqualTo(401);
        }
    }
}
