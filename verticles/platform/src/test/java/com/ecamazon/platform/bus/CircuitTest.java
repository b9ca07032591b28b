package com.ecamazon.platform.bus;

import static com.ecamazon.platform.testing.LocalPod.await;
import static com.ecamazon.platform.testing.LocalPod.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.circuitbreaker.OpenCircuitException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CircuitTest {
    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong now = new AtomicLong(1_000_000);
    private final Circuit circuit = new Circuit(vertx, "any", now::get);

    @AfterEach
    void close() {
        await(vertx.close());
    }

    private void tries(int times, Future<String> outcome) {
        for (int i = 0; i < times; i++) {
            circuit.guard(() -> outcome);
        }
    }

    @Test
    void guard_halfOfManyFail_opens() {
        tries(20, Future.succeededFuture("yes"));
        tries(19, Future.failedFuture("no"));
        assertThat(circuit.admits()).isTrue();
        // A success makes no failure forgotten.
        tries(1, Future.succeededFuture("yes"));
        tries(2, Future.failedFuture("no"));
        assertThat(circuit.admits()).isFalse();
        assertThat(circuit.<String>guard(() -> Future.succeededFuture("yes")).cause())
                .isInstanceOf(OpenCircuitException.class);
    }

    @Test
    void guard_fewOfManyFail_staysClosed() {
        tries(1_000, Future.succeededFuture("yes"));
        tries(100, Future.failedFuture("no"));
        assertThat(circuit.state()).isEqualTo(CircuitBreakerState.CLOSED);
    }

    @Test
    void guard_failuresFarApart_staysClosed() {
        for (int window = 0; window < 10; window++) {
            tries(10, Future.failedFuture("no"));
            now.addAndGet(10_000);
        }
        assertThat(circuit.state()).isEqualTo(CircuitBreakerState.CLOSED);
    }

    @Test
    void guard_openForASecond_letsOneTryThroughAndClosesWhenItSucceeds() {
        tries(20, Future.failedFuture("no"));
        eventually(circuit::admits, "it is half open");

        Promise<String> probe = Promise.promise();
        var first = circuit.guard(probe::future);
        var second = circuit.<String>guard(() -> Future.succeededFuture("too early"));
        eventually(second::isComplete, "the second is refused");
        assertThat(second.cause()).isInstanceOf(OpenCircuitException.class);
        assertThat(first.isComplete()).isFalse();

        probe.complete("yes");
        assertThat(await(first)).isEqualTo("yes");
        assertThat(circuit.state()).isEqualTo(CircuitBreakerState.CLOSED);
    }

    @Test
    void guard_probeFails_isOpenAgain() {
        tries(20, Future.failedFuture("no"));
        eventually(circuit::admits, "it is half open");

        assertThat(await(circuit.guard(() -> Future.failedFuture("no")).otherwise("failed")))
                .isEqualTo("failed");

        assertThat(circuit.admits()).isFalse();
    }
}
