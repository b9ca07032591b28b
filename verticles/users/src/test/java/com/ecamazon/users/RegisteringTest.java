package com.ecamazon.users;

import static com.ecamazon.platform.testing.LocalPod.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Email;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.users.Accounts.MeQuery;
import com.ecamazon.contract.users.Accounts.Register;
import com.ecamazon.contract.users.Accounts.RegisterReply;
import com.ecamazon.contract.users.Accounts.User;
import com.ecamazon.contract.users.Accounts.UsersQuery;
import com.ecamazon.contract.users.UsersContract;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.MongoClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisteringTest {
    @TempDir
    private Path folder;

    private LocalPod open(Map<String, String> settings) {
        return LocalPod.open(folder, settings, InstantSource.system(), UsersApp.SERVICE);
    }

    @Test
    void register_newAddress_opensAnAccountThatOutlivesARestart() {
        try (var pod = open(Map.of())) {
            var user = People.register(pod, "Ada@Example.test");
            assertThat(user.email()).isEqualTo(new Email("ada@example.test"));
            assertThat(user.roles()).containsExactly(Role.CUSTOMER);
        }
        try (var pod = open(Map.of())) {
            var user = People.signedIn(pod, "ada@example.test").user();
            assertThat(pod.call(People.caller(user), UsersContract.ME, new MeQuery()))
                    .isEqualTo(user);
        }
    }

    @Test
    void register_knownAddress_isRefused() {
        try (var pod = open(Map.of())) {
            People.register(pod, "ada@example.test");
            assertThat(registered(pod, "ADA@example.test")).isInstanceOf(RegisterReply.EmailTaken.class);
        }
    }

    @Test
    void register_fiftyAtOnce_opensOneAccount() {
        try (var pod = open(Map.of())) {
            var replies = await(Future.all(IntStream.range(0, 50)
                    .mapToObj(i -> pod.send(Caller.GUEST, UsersContract.REGISTER, register("ada@example.test"))
                            .map(answer -> answer.reply(UsersContract.REGISTER)))
                    .toList()));
            assertThat(replies.<RegisterReply>list())
                    .filteredOn(RegisterReply.Registered.class::isInstance)
                    .hasSize(1);
            assertThat(replies.<RegisterReply>list())
                    .filteredOn(RegisterReply.EmailTaken.class::isInstance)
                    .hasSize(49);
        }
    }

    @Test
    void register_halfMade_isTakenOverAfterAMinute() {
        try (var pod = open(Map.of())) {
            claim(pod, "old@example.test", Instant.now().minus(Duration.ofMinutes(2)));
            claim(pod, "young@example.test", Instant.now());
            assertThat(registered(pod, "young@example.test")).isInstanceOf(RegisterReply.EmailTaken.class);
            assertThat(registered(pod, "old@example.test")).isInstanceOf(RegisterReply.Registered.class);
            assertThat(People.signedIn(pod, "old@example.test").user().id().value())
                    .isEqualTo("half-made");
        }
    }

    @Test
    void register_tooManyWait_isBusyAndLeavesTheAddressFree() {
        try (var pod = open(Map.of("ARGON2_THREADS", "1", "ARGON2_QUEUE", "2"))) {
            var statuses = await(Future.all(IntStream.range(0, 20)
                            .mapToObj(i -> pod.once(Caller.GUEST, UsersContract.REGISTER, register(i + "@example.test"))
                                    .map(answer -> answer.status()))
                            .toList()))
                    .<Integer>list();
            assertThat(statuses).contains(201, 503).containsOnly(201, 503);
            assertThat(registered(pod, statuses.indexOf(503) + "@example.test"))
                    .isInstanceOf(RegisterReply.Registered.class);
        }
    }

    @Test
    void demo_settingOn_makesAnAccountPerRoleAndTenDrivers() {
        try (var pod = open(Map.of("DEMO", "true"))) {
            for (var role : Role.values()) {
                var name = role.name().toLowerCase(Locale.ROOT);
                var user = demo(pod, name, name);
                assertThat(user.id().value()).isEqualTo("demo-" + name);
                assertThat(user.roles()).containsExactly(role);
            }
            for (int i = 1; i <= 10; i++) {
                var driver = demo(pod, "driver-" + i, "driver");
                assertThat(driver.id().value()).isEqualTo("demo-driver-" + i);
                assertThat(driver.roles()).containsExactly(Role.DRIVER);
            }
        }
        try (var pod = open(Map.of("DEMO", "true"))) {
            assertThat(demo(pod, "admin", "admin").roles()).containsExactly(Role.ADMIN);
        }
    }

    @Test
    void demo_settingOff_makesNoneAndLetsNobodyIn() {
        String refreshToken;
        try (var pod = open(Map.of("DEMO", "1"))) {
            var admin = Caller.user(new UserId("root"), Set.of(Role.ADMIN));
            var all = new UsersQuery(null, null, null, null);
            assertThat(pod.call(admin, UsersContract.USERS_PAGE, all).items()).isEmpty();
            assertThat(People.signIn(pod, "admin@demo.ecamazon.test", "demo-admin"))
                    .isEqualTo(SigningIn.WRONG);
        }
        try (var pod = open(Map.of("DEMO", "true"))) {
            refreshToken = People.in(People.signIn(pod, "admin@demo.ecamazon.test", "demo-admin"))
                    .refreshToken();
        }
        try (var pod = open(Map.of())) {
            assertThat(People.signIn(pod, "admin@demo.ecamazon.test", "demo-admin"))
                    .isEqualTo(SigningIn.WRONG);
            assertThat(People.refresh(pod, refreshToken)).isEqualTo(SigningIn.WRONG);
        }
    }

    private static User demo(LocalPod pod, String name, String role) {
        return People.in(People.signIn(pod, name + "@demo.ecamazon.test", "demo-" + role))
                .user();
    }

    private static Register register(String email) {
        return new Register(new Email(email), People.PASSWORD, null);
    }

    private static RegisterReply registered(LocalPod pod, String email) {
        return pod.call(Caller.GUEST, UsersContract.REGISTER, register(email));
    }

    /** What a registration leaves that ends between its claim and its account. */
    private static void claim(LocalPod pod, String email, Instant at) {
        var client = MongoClient.create(pod.node().vertx(), pod.database(Domain.USERS));
        var state = new JsonObject()
                .put("user", "half-made")
                .put("claimedAt", new JsonObject().put("$date", at.toString()));
        await(client.insert(
                "emails",
                new JsonObject()
                        .put("_id", email)
                        .put("version", 1L)
                        .put("seq", 0L)
                        .put("state", state)));
        await(client.close());
    }
}
