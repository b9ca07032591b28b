package com.ecamazon.platform.kafka;

import static com.ecamazon.platform.testing.LocalPod.await;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Event;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.bus.Bindings;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.kafka.Shelf.Moved;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/** A domain that counts moves in documents of its own, each once by a mark in the document, as the product's domains do. */
final class Tally extends DomainVerticle {
    private static final int MOST = 1_000;

    /**
     * @param heard the number of the last event
     * @param moves how many were counted
     * @param outOfOrder how many did not follow the one before them
     */
    record Counted(long heard, int moves, int outOfOrder) {}

    private final Documents<Counted> counted;

    Tally(Platform platform, Domain domain) {
        super(platform, domain);
        counted = platform.database().documents("counted", Counted.class);
    }

    @Override
    protected Future<?> prepare() {
        return Future.succeededFuture();
    }

    @Override
    protected void bind(Bindings bindings) {
        bindings.subscribe(Shelf.MOVED, this::count);
    }

    private Future<?> count(Event<Moved> event) {
        return counted.decide(event.subject(), known -> {
            var before = known == null ? new Counted(0, 0, 0) : known;
            if (event.sequence() <= before.heard()) {
                return Decision.unchanged(before);
            }
            boolean follows =
                    event.sequence() == before.heard() + 1 && event.data().move() == before.moves() + 1;
            var after = new Counted(event.sequence(), before.moves() + 1, before.outOfOrder() + (follows ? 0 : 1));
            return Decision.change(after, after);
        });
    }

    /** What is in the documents. */
    Map<String, Counted> all() {
        Promise<Map<String, Counted>> all = Promise.promise();
        context.runOnContext(run -> counted.find(new JsonObject(), new JsonObject(), MOST)
                .<Map<String, Counted>>map(found -> {
                    var counts = new HashMap<String, Counted>();
                    found.forEach(one -> counts.put(one.id(), one.state()));
                    return counts;
                })
                .onComplete(all));
        return await(all.future());
    }
}
