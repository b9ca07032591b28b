package com.ecamazon.platform.data;

import static com.ecamazon.platform.testing.LocalPod.await;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.Topic;
import com.ecamazon.contract.operations.ParkedEvents.Redrive;
import com.ecamazon.contract.operations.ParkedEvents.Redriven;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.bus.Bindings;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A domain that tells of moves, and domains that hear of them. */
final class Moves {
    record Counter(int moves) {}

    record Moved(int move) {}

    static final Topic<Moved> MOVED = Topic.of(Domain.STOCK, "test.moved", Moved.class, Domain.SHOP, Domain.SHIPPING);

    private Moves() {}

    /** The moves of one aggregate, as they were heard. */
    static List<Integer> moves(List<Event<Moved>> heard, String id) {
        return heard.stream()
                .filter(event -> event.subject().equals(id))
                .map(event -> event.data().move())
                .toList();
    }

    /** Hears, or fails where the answer is no. */
    static Function<Event<Moved>, Future<?>> orRefuse(Predicate<Event<Moved>> hear) {
        return event ->
                hear.test(event) ? Future.succeededFuture() : Future.failedFuture(new IllegalStateException("not now"));
    }

    /** Counts moves, tells others of each, and keeps them in a ledger. */
    static final class Shelf extends DomainVerticle {
        private final Documents<Counter> counters;
        private final Consumer<List<Event<Moved>>> ledger;

        Shelf(Platform platform, Consumer<List<Event<Moved>>> ledger) {
            super(platform, Domain.STOCK);
            this.ledger = ledger;
            counters = platform.database().documents("counters", Counter.class);
        }

        @Override
        protected Future<?> prepare() {
            return Future.succeededFuture();
        }

        @Override
        protected void bind(Bindings bindings) {
            bindings.<Moved>project(MOVED, events -> {
                ledger.accept(events);
                return Future.succeededFuture();
            });
            bindings.serve(StockContract.PARKED, request -> platform.database().parked());
            bindings.serve(StockContract.REDRIVE, request -> platform.database().redrive(request.body()));
        }

        private <T> T on(Supplier<Future<T>> work) {
            return await(later(work));
        }

        private <T> Future<T> later(Supplier<Future<T>> work) {
            var promise = Promise.<T>promise();
            context.runOnContext(run -> work.get().onComplete(promise));
            return promise.future();
        }

        /** Counts one move; its event has the same number as the move. */
        int move(String id) {
            return await(moveLater(id));
        }

        Future<Integer> moveLater(String id) {
            return later(() -> counters.decide(id, counter -> {
                int moves = counter == null ? 1 : counter.moves() + 1;
                return Decision.change(new Counter(moves), moves).news(MOVED, new Moved(moves));
            }));
        }

        /** Delivers again all that is parked, from this very instance. */
        Redriven redrive() {
            return await(redriveLater());
        }

        Future<Redriven> redriveLater() {
            return later(() -> platform.database().redrive(new Redrive(null, null)));
        }

        /** How many events this instance knows to be parked. */
        int parked() {
            return on(() -> Future.succeededFuture(platform.outbox().parked()));
        }

        /** Of how many aggregates it has news in memory. */
        int held() {
            return platform.outbox().held();
        }

        /** How many events wait for somebody to hear them. */
        int waiting() {
            return platform.outbox().depth();
        }

        /** How many aggregates have something in their outboxes. */
        long owing() {
            return on(() -> counters.count(new JsonObject().put("outbox.0", new JsonObject().put("$exists", true))));
        }

        boolean keeps(String id, Integer... moves) {
            return isStored(id, new JsonObject().put("outbox.seq", new JsonObject().put("$all", List.of(moves))));
        }

        boolean owesNothing(String id) {
            return isStored(id, new JsonObject().put("outbox", new JsonObject().put("$size", 0)));
        }

        private boolean isStored(String id, JsonObject like) {
            return on(() -> counters.count(like.put("_id", id))) == 1;
        }
    }

    /** A domain that hears of moves. */
    static final class Listener extends DomainVerticle {
        private final Function<Event<Moved>, Future<?>> hear;

        Listener(Platform platform, Domain domain, Function<Event<Moved>, Future<?>> hear) {
            super(platform, domain);
            this.hear = hear;
        }

        @Override
        protected Future<?> prepare() {
            return Future.succeededFuture();
        }

        @Override
        protected void bind(Bindings bindings) {
            bindings.subscribe(MOVED, hear);
        }
    }
}
