package com.ecamazon.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.bus.Presence.State;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whom a node asks. */
@ExtendWith(VertxExtension.class)
class DirectoryTest {
    private static final String ONE = "stock@1";
    private static final String OTHER = "stock@2";

    private Directory directory;

    @BeforeEach
    void twoServe(Vertx vertx) {
        directory = new Directory(vertx);
        announce(ONE, State.SERVING);
        announce(OTHER, State.SERVING);
    }

    private void announce(String instance, State state) {
        directory.announce(new Presence(
                Domain.STOCK, instance, "node of " + instance, state, 0, 0, 0, 0, 0, List.of(), Instant.EPOCH));
    }

    private Set<String> asked() {
        return IntStream.range(0, 10)
                .boxed()
                .flatMap(i -> directory.any(Domain.STOCK, instance -> true).stream())
                .collect(Collectors.toSet());
    }

    private Set<String> owners() {
        return IntStream.range(0, 50)
                .boxed()
                .flatMap(i -> directory.owner(Domain.STOCK, "SKU-" + i, instance -> true).stream())
                .collect(Collectors.toSet());
    }

    @Test
    void any_twoServe_bothAreAsked() {
        assertThat(asked()).containsExactlyInAnyOrder(ONE, OTHER);
        assertThat(owners()).containsExactlyInAnyOrder(ONE, OTHER);
    }

    @Test
    void any_oneDoesNotListen_theOtherIsAskedMeanwhile() {
        directory.unheard(ONE);
        assertThat(asked()).containsExactly(OTHER);
        assertThat(owners()).containsExactly(OTHER);
    }

    @Test
    void any_oneIsNotReady_theOtherIsAsked() {
        announce(ONE, State.UNREADY);
        assertThat(asked()).containsExactly(OTHER);
        assertThat(owners()).containsExactly(OTHER);
    }

    @Test
    void any_oneWasSilentThreeTimes_theOtherIsAsked() {
        directory.silent(ONE);
        directory.silent(ONE);
        assertThat(asked()).containsExactlyInAnyOrder(ONE, OTHER);
        directory.silent(ONE);
        assertThat(asked()).containsExactly(OTHER);
    }

    @Test
    void isServed_nobodyListens_no() {
        directory.unheard(ONE);
        directory.unheard(OTHER);
        assertThat(directory.isServed(Domain.STOCK)).isFalse();
        assertThat(asked()).isEmpty();
    }

    @Test
    void unready_nobodyIsReady_oneOfThem() {
        assertThat(directory.unready(Domain.STOCK)).isEmpty();
        announce(ONE, State.UNREADY);
        announce(OTHER, State.UNREADY);
        assertThat(asked()).isEmpty();
        assertThat(directory.unready(Domain.STOCK))
                .hasValueSatisfying(one -> assertThat(one).isIn(ONE, OTHER));
    }

    @Test
    void nodeLeft_itsInstancesAreForgotten() {
        directory.nodeLeft("node of " + ONE);
        assertThat(asked()).containsExactly(OTHER);
        assertThat(directory.instances()).hasSize(1);
    }
}
