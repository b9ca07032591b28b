package com.ecamazon.users.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.UserId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    private static final RefreshToken FIRST = new RefreshToken("family", "one");
    private static final RefreshToken SECOND = new RefreshToken("family", "two");
    private static final Session SESSION = Session.begin(new UserId("ada"), FIRST, NOW);

    @Test
    void accepts_newestOnly() {
        var next = SESSION.next(SECOND, NOW);
        assertThat(SESSION.accepts(FIRST)).isTrue();
        assertThat(next.accepts(SECOND)).isTrue();
        assertThat(next.accepts(FIRST)).isFalse();
    }

    @Test
    void isOpen_untilThirtyDaysAfterTheNewest() {
        var next = SESSION.next(SECOND, NOW.plus(Session.LIFETIME).minusSeconds(1));
        assertThat(SESSION.isOpen(NOW.plus(Session.LIFETIME))).isFalse();
        assertThat(next.isOpen(NOW.plus(Session.LIFETIME))).isTrue();
        assertThat(next.end().isOpen(NOW)).isFalse();
    }

    @Test
    void toString_state_holdsNoSecret() {
        assertThat(SESSION.toString()).doesNotContain("one");
        assertThat(FIRST.toString()).isEqualTo("RefreshToken");
    }

    @Test
    void parse_text_isTheToken() {
        assertThat(RefreshToken.parse(FIRST.text())).contains(FIRST);
        assertThat(RefreshToken.parse("family")).isEmpty();
        assertThat(RefreshToken.parse(".one")).isEmpty();
        assertThat(RefreshToken.parse("family.")).isEmpty();
    }
}
