package com.ecamazon.bank;

import com.ecamazon.bank.domain.Money;
import com.ecamazon.bank.domain.Notice;
import com.ecamazon.bank.store.Entry;
import com.ecamazon.bank.store.Journal;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;

/** Every callback that the merchant has not taken yet: posts them, tries again, parks. Lives on one event loop. */
final class Callbacks {

    private static final int LISTED = 100;

    private final Vertx vertx;
    private final Journal journal;
    private final CallbackPolicy policy;
    private final Dice dice;
    private final CallbackPost post;
    private final Map<Long, Delivery> open = new LinkedHashMap<>();
    private final Queue<Delivery> ready = new ArrayDeque<>();
    private int underWay;
    private boolean pumping;
    private boolean closed;

    private enum Stage {
        WAITING,
        READY,
        UNDER_WAY,
        PARKED
    }

    private static final class Delivery {
        private final long number;
        private final Notice notice;
        private Stage stage = Stage.WAITING;
        private int attempts;
        private String lastError = "";

        private Delivery(long number, Notice notice) {
            this.number = number;
            this.notice = notice;
        }
    }

    Callbacks(Vertx vertx, Journal journal, CallbackPolicy policy, Dice dice, CallbackPost post) {
        this.vertx = vertx;
        this.journal = journal;
        this.policy = policy;
        this.dice = dice;
        this.post = post;
    }

    /** Owes the merchant this callback from now on; the first attempt comes after the current task. */
    void queue(long number, Notice notice) {
        Delivery delivery = new Delivery(number, notice);
        open.put(number, delivery);
        if (dice.callbackLost()) {
            end(delivery);
            return;
        }
        long delay = dice.callbackDelayMillis();
        if (delay > 0) {
            vertx.setTimer(delay, _ -> ready(delivery));
        } else {
            ready(delivery);
        }
    }

    /** Takes back a callback that was given up before a restart. */
    void park(long number, Notice notice) {
        Delivery delivery = new Delivery(number, notice);
        delivery.stage = Stage.PARKED;
        open.put(number, delivery);
    }

    /** Starts over with all that was parked. */
    void unpark() {
        for (Delivery delivery : open.values()) {
            if (delivery.stage == Stage.PARKED) {
                delivery.attempts = 0;
                ready(delivery);
            }
        }
    }

    /** Makes one attempt before anything else; succeeds when it has ended, well or not. */
    Future<Void> attemptNow(long number) {
        Delivery delivery = open.get(number);
        return delivery == null || delivery.stage == Stage.UNDER_WAY ? Future.succeededFuture() : attempt(delivery);
    }

    /** At most 100 callbacks, oldest first, and how many there are. */
    ObjectNode list(boolean parked) {
        List<Delivery> wanted = new ArrayList<>();
        for (Delivery delivery : open.values()) {
            if ((delivery.stage == Stage.PARKED) == parked) {
                wanted.add(delivery);
            }
        }
        ObjectNode document = Documents.object().put("total", wanted.size());
        ArrayNode items = document.putArray("items");
        for (Delivery delivery : wanted.subList(0, Math.min(LISTED, wanted.size()))) {
            items.add(Documents.notice(post.id(delivery.number), delivery.notice)
                    .put("stage", delivery.stage.name().toLowerCase(Locale.ROOT))
                    .put("attempts", delivery.attempts)
                    .put("lastError", delivery.lastError));
        }
        return document;
    }

    /** Starts nothing new and lets what is under way end. */
    Future<Void> close() {
        closed = true;
        return post.close();
    }

    private void ready(Delivery delivery) {
        if (delivery.stage == Stage.UNDER_WAY || !open.containsKey(delivery.number)) {
            return;
        }
        delivery.stage = Stage.READY;
        ready.add(delivery);
        if (!pumping) {
            pumping = true;
            vertx.getOrCreateContext().runOnContext(_ -> {
                pumping = false;
                pump();
            });
        }
    }

    private void pump() {
        while (!closed && underWay < policy.concurrency() && !ready.isEmpty()) {
            Delivery delivery = ready.remove();
            if (delivery.stage == Stage.READY) {
                attempt(delivery);
            }
        }
    }

    private Future<Void> attempt(Delivery delivery) {
        delivery.stage = Stage.UNDER_WAY;
        delivery.attempts++;
        underWay++;
        return post.send(delivery.number, asTold(delivery.notice), dice.signatureForged())
                .transform(result -> {
                    underWay--;
                    ended(delivery, result);
                    pump();
                    return Future.succeededFuture();
                });
    }

    private void ended(Delivery delivery, AsyncResult<Void> result) {
        if (result.succeeded()) {
            if (dice.callbackTwice()) {
                post.send(delivery.number, delivery.notice, false);
            }
            end(delivery);
            return;
        }
        delivery.lastError = String.valueOf(result.cause().getMessage());
        if (delivery.attempts >= policy.attempts()) {
            delivery.stage = Stage.PARKED;
            journal.appendLazily(new Entry.Parked(delivery.number));
            return;
        }
        delivery.stage = Stage.WAITING;
        vertx.setTimer(policy.pauseMillis(delivery.attempts, dice.jitter()), _ -> ready(delivery));
    }

    private void end(Delivery delivery) {
        open.remove(delivery.number);
        journal.appendLazily(new Entry.Delivered(delivery.number));
    }

    private Notice asTold(Notice notice) {
        Money amount = notice.amount();
        return dice.amountWrong()
                ? new Notice(
                        notice.type(),
                        notice.reference(),
                        notice.operationReference(),
                        notice.state(),
                        new Money(amount.amount() == 0 ? 1 : amount.amount() - 1, amount.currency()),
                        notice.at())
                : notice;
    }
}
