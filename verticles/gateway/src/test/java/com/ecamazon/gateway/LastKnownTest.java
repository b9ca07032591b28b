package com.ecamazon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.stock.Picks.PickReply;
import com.ecamazon.platform.bus.Answer;
import com.ecamazon.platform.json.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LastKnownTest {
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final LastKnown known = new LastKnown(() -> now);

    private record Said(String words) {}

    private static Answer answer(String words) {
        return Answer.of(new Said(words));
    }

    private String body(String uri) {
        var answer = known.of(uri);
        return answer == null ? "none" : Json.read(answer.body(), Said.class).words();
    }

    @Test
    void of_whatWasNeverAsked_isNone() {
        assertThat(known.of("/api/products/lamp")).isNull();
    }

    @Test
    void of_whatWasKept_saysHowOldItIs() {
        known.keep("/api/products/lamp", answer("first"));
        now = now.plusSeconds(7);
        assertThat(body("/api/products/lamp")).isEqualTo("first");
        assertThat(known.of("/api/products/lamp").headers()).containsEntry("Age", "7");
    }

    @Test
    void keep_aSecondLater_replaces() {
        known.keep("/a", answer("first"));
        now = now.plusMillis(999);
        known.keep("/a", answer("second"));
        assertThat(body("/a")).isEqualTo("first");
        now = now.plusMillis(1);
        known.keep("/a", answer("third"));
        assertThat(body("/a")).isEqualTo("third");
    }

    @Test
    void keep_aRefusal_keepsWhatWasGood() {
        known.keep("/a", answer("good"));
        now = now.plusSeconds(2);
        known.keep("/a", Answer.of(new PickReply.Changed(2)));
        assertThat(body("/a")).isEqualTo("good");
    }

    @Test
    void keep_manyAddresses_theLeastRecentlyAskedGoes() {
        known.keep("/first", answer("first"));
        for (int i = 0; i < 2_000; i++) {
            known.keep("/other-" + i, answer("other"));
        }
        assertThat(body("/first")).isEqualTo("none");
        assertThat(body("/other-0")).isEqualTo("other");
    }
}
