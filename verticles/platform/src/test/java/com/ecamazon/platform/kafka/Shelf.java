package com.ecamazon.platform.kafka;

import static com.ecamazon.platform.testing.LocalPod.await;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Topic;
import com.ecamazon.contract.auditor.EventFacts.Outboxes;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.bus.Bindings;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A domain whose counters tell of each move. */
final class Shelf extends DomainVerticle {
    record Counter(int moves) {}

    record Moved(int move) {}

    static final Topic<Moved> MOVED = Topic.of(Domain.STOCK, "test.moved", Moved.class, Domain.SHOP, Domain.SHIPPING);

    private final List<Moved> ledger = new CopyOnWriteArrayList<>();
    private final Documents<Counter> counters;

    Shelf(Platform platform) {
        super(platform, Domain.STOCK);
        counters = platform.database().documents("counters", Counter.class);
    }

    @Override
    protected Future<?> prepare() {
        return Future.succeededFuture();
    }

    @Override
    protected void bind(Bindings bindings) {
        bindings.<Moved>project(MOVED, events -> {
            events.forEach(event -> ledger.add(event.data()));
            return Future.succeededFuture();
        });
    }

    private <T> Future<T> on(Supplier<Future<T>> work) {
        var promise = Promise.<T>promise();
        context.runOnContext(run -> work.get().onComplete(promise));
        return promise.future();
    }

    /** Counts one move; its event has the same number as the move. */
    Future<Integer> move(String id) {
        return on(() -> counters.decide(id, counter -> {
            int moves = counter == null ? 1 : counter.moves() + 1;
            return Decision.change(new Counter(moves), moves).news(MOVED, new Moved(moves));
        }));
    }

    /** Counts so many moves one after the other. */
    Future<Integer> move(String id, int times) {
        return times == 1 ? move(id) : move(id).compose(done -> move(id, times - 1));
    }

    /** What it heard of its own news, which comes by no log. */
    List<Moved> ledger() {
        return ledger;
    }

    boolean owesNothing() {
        return facts().owed().isEmpty();
    }

    Outboxes facts() {
        return await(on(() -> platform.database().outboxes(platform.clock().instant())));
    }
}
