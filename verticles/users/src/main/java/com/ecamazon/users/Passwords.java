package com.ecamazon.users;

import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.platform.Ids;
import com.ecamazon.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Hashes passwords on threads of its own, by default on half of the processors, so that a storm of sign-ins leaves the rest
 * to the shop. Few may wait, and none longer than its caller does.
 */
final class Passwords {
    private static final String POOL = "argon2";
    private static final int WAITING_PER_THREAD = 32;

    private final WorkerExecutor workers;
    private final int most;
    /** A hash of a password that nobody has. */
    private String nobody = "";

    private int waiting;

    Passwords(Vertx vertx, Settings settings) {
        int threads = Math.max(
                1, settings.integer("ARGON2_THREADS", Runtime.getRuntime().availableProcessors() / 2));
        this.workers = vertx.createSharedWorkerExecutor(POOL, threads, 1, TimeUnit.MINUTES);
        this.most = settings.integer("ARGON2_QUEUE", WAITING_PER_THREAD * threads);
    }

    Future<Void> open() {
        return hash(Ids.random(), Instant.MAX).onSuccess(hash -> nobody = hash).mapEmpty();
    }

    /** A new hash; fails with 503 when too many wait. */
    Future<String> hash(String password, Instant deadline) {
        return run(() -> Argon2id.hash(password), deadline);
    }

    /** Whether the hash is the password's; fails with 503 when too many wait. */
    Future<Boolean> matches(String password, String hash, Instant deadline) {
        return run(() -> Argon2id.matches(password, hash), deadline);
    }

    /** False, after the time that a wrong password takes. */
    Future<Boolean> matchesNobody(String password, Instant deadline) {
        return matches(password, nobody, deadline).map(false);
    }

    private <T> Future<T> run(Callable<T> work, Instant deadline) {
        if (waiting >= most) {
            return Future.failedFuture(busy());
        }
        waiting++;
        return workers.executeBlocking(
                        () -> {
                            if (Instant.ofEpochMilli(System.currentTimeMillis()).isAfter(deadline)) {
                                throw busy();
                            }
                            return work.call();
                        },
                        false)
                .onComplete(done -> waiting--)
                .map(Objects::requireNonNull);
    }

    private static ProblemException busy() {
        return new ProblemException(new Problem(503, "BUSY", "Too many sign in at once; try again.", null, List.of()));
    }
}
