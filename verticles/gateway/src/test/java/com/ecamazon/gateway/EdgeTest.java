package com.ecamazon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Contracts;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Route;
import com.ecamazon.platform.json.Json;
import io.netty.util.AsciiString;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real gateway makes of requests, byte by byte, before any domain sees them. */
class EdgeTest {
    private static final String HIDDEN = "GET /api/nothing HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n";
    private static final String CHUNK = "2000\r\n" + " ".repeat(0x2000) + "\r\n";
    private static RunningGateway gateway;

    @BeforeAll
    static void open() throws IOException {
        gateway = new RunningGateway(InstantSource.system());
    }

    @AfterAll
    static void close() {
        gateway.close();
    }

    private static String head(String line, String... headers) {
        return line + " HTTP/1.1\r\nHost: shop\r\n"
                + Arrays.stream(headers).map(header -> header + "\r\n").collect(Collectors.joining()) + "\r\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Xength", "content-xength", "Content-\u007fength", "content- ength", "Content-_ength"})
    void header_almostContentLength_hidesNoRequest(String name) throws IOException {
        for (var line : new String[] {"GET /health/live", "POST /api/carts"}) {
            var answers = gateway.answers(head(line, name + ": " + HIDDEN.length()), HIDDEN);
            boolean refused = answers.startsWith("HTTP/1.1 400") && answers.indexOf("HTTP/1.1", 1) < 0;
            boolean bothSeen = answers.contains("HTTP/1.1 404");
            assertThat(refused || bothSeen).as(answers).isTrue();
        }
    }

    @Test
    void header_almostContentLengthBesideTheRealOne_isNoSecondLength() throws IOException {
        var answers = gateway.answers(
                head("POST /api/carts", "Content-Length: 2", "Content-Xength: " + (2 + HIDDEN.length())), "{}", HIDDEN);
        assertThat(answers).contains("HTTP/1.1 404");
    }

    @Test
    void decoder_ofVertx_isStillInNeedOfOurs() {
        var decoder = new VertxHttpRequestDecoder(new HttpServerOptions()) {
            AsciiString name(String text) {
                return splitHeaderName(text.getBytes(StandardCharsets.US_ASCII), 0, text.length());
            }
        };
        assertThat(decoder.name("Content-Xength").toString())
                .as("Vert.x reads the whole name now: WholeNames can go")
                .isEqualTo("Content-Length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"permessage-deflate; client_max_window_bits", "x-webkit-deflate-frame", "deflate-frame"})
    void webSocket_askedForCompression_doesNotAgree(String extension) throws IOException {
        var answer = gateway.head(head(
                "GET /eventbus/websocket",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Extensions: " + extension));
        assertThat(answer).startsWith("HTTP/1.1 101").doesNotContainIgnoringCase("sec-websocket-extensions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/carts/none/lines", "/api/carts", "/api/bank/callbacks"})
    void body_overTheLimit_isTooLarge(String path) throws IOException {
        assertThat(gateway.head(head("POST " + path, "Content-Length: 65537"))).startsWith("HTTP/1.1 413");
        assertThat(gateway.head(head("POST " + path, "Content-Length: 99999999999")))
                .startsWith("HTTP/1.1 413");
        var chunked = head("POST " + path, "Transfer-Encoding: chunked");
        assertThat(gateway.head(chunked, CHUNK.repeat(8), "1\r\n \r\n")).startsWith("HTTP/1.1 413");
        assertThat(gateway.head(chunked, CHUNK.repeat(8), "0\r\n\r\n")).matches("(?s)HTTP/1.1 (?!413).*");
    }

    @Test
    void body_thatIsTooLargeAndNeverEnds_isCutOff() throws IOException {
        var answers = gateway.answers(head("POST /api/carts", "Transfer-Encoding: chunked"), CHUNK.repeat(9));
        assertThat(answers).startsWith("HTTP/1.1 413").contains("TOO_LARGE");
    }

    @Test
    void method_thatAPathDoesNotHave_isNotAllowedAndSaysWhich() throws Exception {
        var byPath = new TreeMap<String, Set<String>>();
        for (var operation : Contracts.OPERATIONS) {
            operation.route().ifPresent(route -> {
                var methods =
                        byPath.computeIfAbsent(route.path().replaceAll("\\{\\w+}", "x1"), path -> new TreeSet<>());
                methods.add(route.method().name());
                if (route.method() == Route.Method.GET) {
                    methods.add("HEAD");
                }
            });
        }
        try (var http = HttpClient.newHttpClient()) {
            for (var entry : byPath.entrySet()) {
                for (var method : Route.Method.values()) {
                    if (!entry.getValue().contains(method.name())) {
                        var reply = http.send(request(method.name(), entry.getKey()), BodyHandlers.discarding());
                        assertThat(reply.statusCode())
                                .as(method + entry.getKey())
                                .isEqualTo(405);
                        assertThat(reply.headers()
                                        .firstValue("Allow")
                                        .orElse("")
                                        .split(", "))
                                .as(method + entry.getKey())
                                .containsExactlyInAnyOrderElementsOf(entry.getValue());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/client/api.js", "/webjars/lit/index.js", "/health/live", "/metrics", "/api/openapi.json"})
    void head_ofAPage_isFoundAndHasNoBody(String path) throws IOException {
        assertThat(gateway.head(head("GET " + path))).startsWith("HTTP/1.1 200");

        var answers = gateway.answers(head("HEAD " + path), HIDDEN);
        var first = answers.substring(0, answers.indexOf("HTTP/1.1", 1));
        assertThat(first).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
        assertThat(first.indexOf("\r\n\r\n")).isEqualTo(first.length() - 4);
    }

    @Test
    void openApi_asked_isTheDocumentOfAllOperations() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var served = http.send(request("GET", "/api/openapi.json"), BodyHandlers.ofByteArray());
            assertThat(served.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(Json.tree(served.body()).findValuesAsText("operationId"))
                    .containsExactlyInAnyOrderElementsOf(Contracts.OPERATIONS.stream()
                            .filter(operation -> operation.route().isPresent())
                            .map(Operation::name)
                            .toList());
        }
    }

    private static HttpRequest request(String method, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
    }
}
