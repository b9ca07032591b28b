package com.ecamazon.platform.data;

import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.platform.Chance;
import com.ecamazon.platform.bus.Contexts;
import com.ecamazon.platform.data.Documents.Stored;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where decisions queue, a desk per aggregate: those that come while a write is on its way are made together on its outcome
 * and share the next write. So a hot aggregate costs a write per round, not per command, and meets no conflict of its own
 * making.
 */
final class Desks<S> {
    private static final int ROUNDS = 6;
    private static final int QUEUE = 2_000;
    private static final long TRUSTED_MILLIS = 1_000;

    private final Documents<S> documents;
    private final Vertx vertx;
    private final InstantSource clock;
    private final Chance chance;
    private final Map<String, Desk> open = new HashMap<>();
    private final Map<String, Kept<S>> kept;

    /** A state at hand and when it was last known to be the stored one. */
    private record Kept<S>(Stored<S> stored, long at) {}

    private final class Desk {
        final String id;
        List<Command<S, ?>> queue = new ArrayList<>();

        Desk(String id) {
            this.id = id;
        }
    }

    private static final class Command<S, R> {
        private final Function<@Nullable S, Decision<S, R>> decision;
        private final Promise<R> promise = Contexts.promise();
        private @Nullable Decision<S, R> made;
        private @Nullable Throwable failure;

        Command(Function<@Nullable S, Decision<S, R>> decision) {
            this.decision = decision;
        }

        /** Makes the decision; what it throws is for its own caller only. */
        @Nullable
        Decision<S, R> make(@Nullable S state) {
            made = null;
            failure = null;
            try {
                made = decision.apply(state);
            } catch (RuntimeException e) {
                failure = e;
            }
            return made;
        }

        void tell() {
            if (made != null) {
                promise.complete(made.reply());
            } else {
                promise.fail(failure == null ? new IllegalStateException("no decision") : failure);
            }
        }
    }

    Desks(Documents<S> documents, Vertx vertx, InstantSource clock, Chance chance, int cacheSize) {
        this.documents = documents;
        this.vertx = vertx;
        this.clock = clock;
        this.chance = chance;
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Kept<S>> eldest) {
                return size() > cacheSize;
            }
        };
    }

    void remember(String id, Stored<S> stored) {
        kept.put(id, new Kept<>(stored, clock.millis()));
    }

    void forget(String id) {
        kept.remove(id);
    }

    /** Makes the next decision read the aggregate; false when one is being made. */
    boolean forgetUnlessOpen(String id) {
        if (open.containsKey(id)) {
            return false;
        }
        forget(id);
        return true;
    }

    <R> Future<R> decide(String id, Function<@Nullable S, Decision<S, R>> decision) {
        var command = new Command<>(decision);
        var desk = open.get(id);
        if (desk == null) {
            desk = new Desk(id);
            open.put(id, desk);
            desk.queue.add(command);
            next(desk);
        } else if (desk.queue.size() >= QUEUE) {
            return busy();
        } else {
            desk.queue.add(command);
        }
        return command.promise.future();
    }

    private void next(Desk desk) {
        if (desk.queue.isEmpty()) {
            open.remove(desk.id);
            return;
        }
        var round = desk.queue;
        desk.queue = new ArrayList<>();
        round(desk.id, round, 1).onComplete(done -> {
            if (done.succeeded()) {
                round.forEach(Command::tell);
            } else {
                kept.remove(desk.id);
                round.forEach(command -> command.promise.fail(done.cause()));
            }
            next(desk);
        });
    }

    private Future<Void> round(String id, List<Command<S, ?>> commands, int attempt) {
        var known = kept.get(id);
        if (known == null) {
            return documents.load(id).compose(stored -> {
                remember(id, stored);
                return decideAndSave(id, stored, commands, attempt, true);
            });
        }
        return decideAndSave(id, known.stored, commands, attempt, clock.millis() - known.at < TRUSTED_MILLIS);
    }

    private Future<Void> decideAndSave(
            String id, Stored<S> before, List<Command<S, ?>> commands, int attempt, boolean trusted) {
        S state = before.state();
        var write = Write.PLAIN;
        boolean changed = false;
        for (var command : commands) {
            var decision = command.make(state);
            if (decision != null && decision.state() != null) {
                state = decision.state();
                write = write.and(decision.write());
                changed = true;
            }
        }
        if (!changed || state == null) {
            if (trusted) {
                return Future.succeededFuture();
            }
            // A refusal must not rest on a state that another instance may have changed long ago.
            kept.remove(id);
            return round(id, commands, attempt);
        }
        var next = state;
        Future<Boolean> saved = before.version() == 0
                ? documents
                        .insertNew(id, next, write)
                        .map(stored -> saved(id, stored))
                        .recover(failure -> failure instanceof DuplicateId
                                ? Future.succeededFuture(false)
                                : Future.failedFuture(failure))
                : documents.save(id, before, next, write).map(stored -> stored.isPresent() && saved(id, stored.get()));
        return saved.compose(done -> done ? Future.succeededFuture() : again(id, commands, attempt));
    }

    private boolean saved(String id, Stored<S> stored) {
        remember(id, stored);
        return true;
    }

    private Future<Void> again(String id, List<Command<S, ?>> commands, int attempt) {
        kept.remove(id);
        if (attempt >= ROUNDS) {
            return busy();
        }
        return vertx.timer(1 + chance.below(5L * attempt)).compose(waited -> round(id, commands, attempt + 1));
    }

    private static <R> Future<R> busy() {
        return Future.failedFuture(new ProblemException(
                new Problem(503, "BUSY", "Too many want this at once; try again.", null, List.of())));
    }
}
