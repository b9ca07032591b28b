package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.allinone.AuthorisationTable.Cell;
import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Contracts;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.Route;
import com.ecamazon.contract.UserId;
import com.ecamazon.platform.AccessTokens;
import com.ecamazon.platform.Ids;
import com.ecamazon.platform.Secrets;
import com.ecamazon.platform.bus.Answer;
import com.ecamazon.platform.json.Json;
import com.ecamazon.platform.testing.LocalPod;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The table holds in the running product: at its door for people, and at each domain whoever sends the message. */
class AuthorisationTest {
    private static final AuthorisationTable TABLE = AuthorisationTable.read();
    private static final Path GOLDEN = Path.of("..", "..", "bus-contracts", "golden");
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);
    private static LocalPod pod;
    private static String url;

    @BeforeAll
    static void open() throws IOException {
        int port = OneJvm.freePort();
        url = "http://127.0.0.1:" + port;
        pod = LocalPod.open(
                Files.createTempDirectory("ecamazon-authorisation"),
                Map.of(
                        "DEMO", "true",
                        "HTTP_PORT", String.valueOf(port),
                        "BANK_URL", "http://127.0.0.1:1",
                        "BANK_API_KEY", "none",
                        "BANK_WEBHOOK_SECRET", "a secret of the bank"),
                InstantSource.system());
        SystemMap.DOMAINS.forEach(part -> pod.deploy(part.service()));
        pod.deploy(SystemMap.GATEWAY.service());
        LocalPod.eventually(
                () -> AuthorisationTable.CALLERS.values().stream()
                        .filter(Caller::signedIn)
                        .allMatch(person -> client(person).get("/api/me").status() == 200),
                "everybody has an account");
    }

    @AfterAll
    static void close() {
        pod.close();
    }

    private static Client client(Caller caller) {
        var client = new Client(url).once();
        var tokens = new AccessTokens(new Secrets(LocalPod.SECRET), InstantSource.system());
        return caller.signedIn()
                ? client.with("Authorization", "Bearer " + tokens.issue(new UserId(caller.subject()), caller.roles()))
                : client;
    }

    private static Stream<Operation<?, ?>> operations(boolean routed) {
        return Contracts.OPERATIONS.stream()
                .filter(operation -> operation.route().isPresent() == routed);
    }

    @Test
    void request_overHttp_isAnsweredAsTheTableSays() {
        var all = new SoftAssertions();
        AuthorisationTable.CALLERS.forEach((column, caller) -> {
            if (caller.kind() != Caller.Kind.DOMAIN) {
                var client = client(caller);
                operations(true).forEach(operation -> {
                    var route = operation.route().orElseThrow();
                    var reply = client.send(
                            route.method().name(), filled(route), route.method().hasBody() ? NOTHING : null);
                    var what = "%s by %s: %s".formatted(operation, column, reply.body());
                    if (TABLE.cell(operation.name(), column) == Cell.NO) {
                        all.assertThat(reply.status()).as(what).isEqualTo(caller.signedIn() ? 403 : 401);
                    } else {
                        all.assertThat(reply.status()).as(what).isNotIn(0, 403, 405, 500, 501);
                        // An operation has refusals of its own with 401: a wrong password, a callback that is not
                        // signed.
                        all.assertThat(reply.text("code"))
                                .as(what)
                                .isNotEqualTo(Problem.notSignedIn().code());
                    }
                });
            }
        });
        all.assertAll();
    }

    private static String filled(Route route) {
        return route.path().replace("{sscc}", "095212340000000004").replaceAll("\\{\\w+}", "none-1");
    }

    @Test
    void operation_internal_isNotReachedOverHttp() {
        var admin = client(AuthorisationTable.CALLERS.get("admin"));
        operations(false).forEach(operation -> {
            var name = operation.name();
            for (var path : List.of("/" + name, "/api/" + name, "/api/" + name.replace('.', '/'))) {
                for (var method : Route.Method.values()) {
                    var reply = admin.send(method.name(), path, method.hasBody() ? NOTHING : null);
                    assertThat(reply.status()).as("%s %s", method, path).isIn(404, 405);
                }
            }
        });
    }

    @Test
    void domain_askedFromABrowsersSocket_hearsNothing() {
        for (var type : List.of("send", "publish")) {
            for (var address : List.of("stock", "users", "topic:shop.orders", "out.operations")) {
                try (var socket = new BrowserSocket(url)) {
                    var frame = Json.object().put("type", type).put("address", address);
                    frame.putObject("body");
                    assertThat(socket.ask(frame).path("body").asText())
                            .as("%s to %s", type, address)
                            .isIn("rejected", "access_denied");
                }
            }
        }
    }

    @Test
    void domain_askedOnTheBus_refusesWhomTheTableRefuses() {
        var all = new SoftAssertions();
        for (var operation : Contracts.OPERATIONS) {
            AuthorisationTable.CALLERS.forEach((column, caller) -> {
                if (TABLE.cell(operation.name(), column) == Cell.NO) {
                    int guest = operation.route().isPresent() ? 401 : 403;
                    all.assertThat(ask(operation, sealed(caller)).status())
                            .as("%s by %s", operation, column)
                            .isEqualTo(caller.kind() == Caller.Kind.GUEST ? guest : 403);
                }
            });
        }
        all.assertAll();
    }

    @Test
    void domain_askedUnsignedOrWronglySigned_refuses() {
        var admin = sealed(Caller.user(new UserId("root"), Set.of(Role.ADMIN)));
        var customer = sealed(Caller.user(new UserId("root"), Set.of(Role.CUSTOMER)));
        var signature = admin.substring(admin.lastIndexOf('|') + 1);
        var ended = pod.node()
                .seals()
                .seal(Caller.GUEST, InstantSource.system().instant().minusSeconds(5));
        var forged = List.of(
                "",
                "nonsense",
                "GUEST|||4102444800|",
                admin.substring(0, admin.lastIndexOf('|') + 1),
                customer.replace("CUSTOMER", "ADMIN"),
                admin.replace(signature, (signature.startsWith("A") ? "B" : "A") + signature.substring(1)),
                ended);
        for (var operation : Contracts.OPERATIONS) {
            for (var caller : forged) {
                assertThat(ask(operation, caller).status())
                        .as("%s by '%s'", operation, caller)
                        .isEqualTo(403);
            }
        }
    }

    private static String sealed(Caller caller) {
        return pod.node().seals().seal(caller, pod.node().sealUntil());
    }

    private static <Q, R> Answer ask(Operation<Q, R> operation, String caller) {
        var request = Json.<Q>read(golden(operation), Json.type(operation.request()));
        return LocalPod.await(pod.node().exchange().ask(operation, request, caller, Ids.random(), ""));
    }

    private static byte[] golden(Operation<?, ?> operation) {
        try {
            var file = GOLDEN.resolve(operation.domain().address() + ".json");
            JsonNode messages = Json.tree(Files.readAllBytes(file));
            return Json.write(messages.path(operation.name()).path("request"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
