package com.ecamazon.loadtest.chaos;

import com.ecamazon.loadtest.Shopper;
import com.ecamazon.loadtest.Shopper.Reply;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Guests who come at a steady rate, whatever happens to those before them, and order one thing each. Like a browser they try
 * twice more when nobody answers, an order always under the same key.
 */
final class Guests {
    private static final int TRIES = 3;
    private static final long PAUSE_MILLIS = 1_000;
    /** Confirmed, accepted, or refused for a reason. */
    private static final Set<Integer> ANSWERS = Set.of(201, 202, 402, 409);

    private final Vertx vertx;
    private final Shopper shopper;
    private final List<String> skus;
    private final ClientLog log;
    private final Timeline timeline;
    private final Random random = new Random();
    private int here;

    Guests(Vertx vertx, Shopper shopper, List<String> skus, ClientLog log, Timeline timeline) {
        this.vertx = vertx;
        this.shopper = shopper;
        this.skus = skus;
        this.log = log;
        this.timeline = timeline;
    }

    /** So many a second come for so long; done when the last has left. */
    Future<Void> come(double perSecond, Duration time) {
        Promise<Void> gone = Promise.promise();
        long end = System.nanoTime() + time.toNanos();
        vertx.runOnContext(run -> vertx.setPeriodic(Math.max(1, Math.round(1_000 / perSecond)), timer -> {
            if (System.nanoTime() < end) {
                visit();
            } else if (here == 0) {
                vertx.cancelTimer(timer);
                gone.complete();
            }
        }));
        return gone.future();
    }

    private void visit() {
        here++;
        var sku = skus.get(random.nextInt(skus.size()));
        var key = UUID.randomUUID().toString();
        persistently(shopper::newCart)
                .map(cart -> cart.body().getString("id"))
                .compose(cart -> persistently(() -> shopper.addTo(cart, sku))
                        .compose(added -> persistently(shopper::tokenise))
                        .compose(card ->
                                persistently(() -> order(cart, card.body().getString("token"), key))))
                .onComplete(done -> {
                    here--;
                    timeline.left(
                            done.succeeded() && ANSWERS.contains(done.result().status()));
                });
    }

    private Future<Reply> order(String cart, String token, String key) {
        return shopper.order(cart, token, key)
                .onSuccess(reply -> log.answered(key, reply.status(), reply.body()))
                .onFailure(failure -> log.answered(key, 0, new JsonObject()));
    }

    private Future<Reply> persistently(Supplier<Future<Reply>> request) {
        return persistently(request, TRIES);
    }

    private Future<Reply> persistently(Supplier<Future<Reply>> request, int tries) {
        return request.get().transform(done -> {
            boolean isAnswered = done.succeeded() && done.result().status() < 500;
            timeline.asked(isAnswered);
            if (isAnswered) {
                return Future.succeededFuture(done.result());
            }
            if (tries == 1) {
                return Future.failedFuture(
                        done.succeeded()
                                ? "away: " + done.result()
                                : done.cause().getMessage());
            }
            return vertx.timer(PAUSE_MILLIS).compose(waited -> persistently(request, tries - 1));
        });
    }
}
