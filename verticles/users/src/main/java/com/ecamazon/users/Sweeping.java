package com.ecamazon.users;

import com.ecamazon.users.store.Sessions;
import com.ecamazon.users.store.TriesByEmail;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes sessions and tries whose time is over. */
final class Sweeping {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);
    private static final long EVERY_MILLIS = Duration.ofMinutes(1).toMillis();

    private final Vertx vertx;
    private final Sessions sessions;
    private final TriesByEmail tries;
    private final InstantSource clock;

    Sweeping(Vertx vertx, Sessions sessions, TriesByEmail tries, InstantSource clock) {
        this.vertx = vertx;
        this.sessions = sessions;
        this.tries = tries;
        this.clock = clock;
    }

    void start() {
        vertx.setPeriodic(EVERY_MILLIS, timer -> sweep());
    }

    private void sweep() {
        var now = clock.instant();
        Future.join(sessions.sweep(now), tries.sweep(now))
                .onFailure(failure -> LOG.warn("what is over stays for now", failure));
    }
}
