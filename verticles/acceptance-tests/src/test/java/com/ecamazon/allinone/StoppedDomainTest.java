package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.allinone.Client.Reply;
import com.ecamazon.contract.Capability;
import com.ecamazon.contract.Capability.State;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.gateway.Capabilities;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each domain is stopped in turn: what still works is what the contracts say, and all works when it is back. */
class StoppedDomainTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static OneJvm product;
    private static Routine routine;

    @BeforeAll
    static void open() throws Exception {
        product = new OneJvm();
        routine = new Routine(product);
        assertThat(Waiting.until(() -> tells(Set.of()), SOON)).as("all works").isTrue();
        assertReplies(Set.of());
    }

    @AfterAll
    static void close() {
        product.close();
    }

    @Test
    void routine_ofTheShop_doesAllThatHasARoute() {
        assertThat(routine.requests().keySet())
                .containsExactlyInAnyOrderElementsOf(Capabilities.ALL.stream()
                        .filter(capability -> capability != Capabilities.VAN)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(value = Domain.class, mode = EnumSource.Mode.EXCLUDE, names = "GATEWAY")
    void domain_stopped_leavesWhatTheContractsSayAndAllWorksWhenItIsBack(Domain domain) throws Exception {
        product.leave(domain);
        assertThat(Waiting.until(() -> tells(Set.of(domain)), SOON))
                .as("it is said what works")
                .isTrue();
        var away = assertReplies(Set.of(domain));

        product.enter(domain);
        assertThat(Waiting.until(() -> tells(Set.of()), SOON))
                .as("all works again")
                .isTrue();
        assertEnds(away.get(Capabilities.CHECKOUT), "confirmed");
        assertEnds(away.get(Capabilities.CANCEL), "cancelled");
        assertReplies(Set.of());
    }

    /** What was accepted comes to its end. */
    private static void assertEnds(Reply reply, String state) {
        if (reply.status() == 202) {
            assertThat(Waiting.until(() -> routine.stateOf(reply).equals(state), SOON))
                    .as("the order is %s", state)
                    .isTrue();
        }
    }

    /** Whether the shop says of each capability what follows from these domains' absence. */
    private static boolean tells(Set<Domain> absent) {
        var told = new HashMap<String, String>();
        product.client()
                .get("/api/capabilities")
                .body()
                .path("capabilities")
                .forEach(one ->
                        told.put(one.path("name").asText(), one.path("state").asText()));
        return Capabilities.ALL.stream()
                .allMatch(one -> one.without(absent).name().equalsIgnoreCase(told.get(one.name())));
    }

    /** Sends all requests at the same time; each is answered as its capability's state says. */
    private static Map<Capability, Reply> assertReplies(Set<Domain> absent) throws Exception {
        var replies = new HashMap<Capability, Reply>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = new HashMap<Capability, Future<Reply>>();
            routine.requests().forEach((capability, request) -> sent.put(capability, threads.submit(request::get)));
            for (var one : sent.entrySet()) {
                replies.put(one.getKey(), one.getValue().get());
            }
        }
        var all = new SoftAssertions();
        replies.forEach((capability, reply) -> assertReply(all, capability, capability.without(absent), reply));
        all.assertAll();
        return replies;
    }

    private static void assertReply(SoftAssertions all, Capability capability, State state, Reply reply) {
        var what = "%s is %s: %d %s".formatted(capability.name(), state, reply.status(), reply.body());
        switch (state) {
            case OK -> {
                all.assertThat(reply.status()).as(what).isIn(200, 201);
                all.assertThat(reply.header("Cache-Status")).as(what).isEmpty();
            }
            case STALE -> {
                all.assertThat(reply.status()).as(what).isEqualTo(200);
                all.assertThat(reply.header("Cache-Status")).as(what).contains("stale");
                all.assertThat(reply.header("Age")).as(what).containsOnlyDigits();
            }
            case LATER -> all.assertThat(reply.status()).as(what).isEqualTo(202);
            case REFUSED -> {
                all.assertThat(reply.status()).as(what).isEqualTo(503);
                all.assertThat(reply.text("code")).as(what).isEqualTo("UNAVAILABLE");
                all.assertThat(reply.header("Retry-After")).as(what).isNotEmpty();
            }
        }
    }
}
