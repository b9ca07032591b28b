package com.ecamazon.platform.kafka;

import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Topic;
import com.ecamazon.platform.Chance;
import com.ecamazon.platform.bus.Inlet;
import com.ecamazon.platform.bus.Timeouts;
import com.ecamazon.platform.data.LogRecord;
import com.ecamazon.platform.data.ParkedRecords;
import com.ecamazon.platform.kafka.GroupReader.Taken;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies what a domain's group reads: in order per aggregate, one aggregate beside the other, as the relay delivers over the
 * bus. Who is not ready for an event is given it again until it is; an event that is refused five times is parked, and those
 * of its aggregate after it. All of it on the instance's event loop.
 */
final class Applier {
    private static final Logger LOG = LoggerFactory.getLogger(Applier.class);
    private static final int POISON_TRIES = 5;
    private static final long PATIENCE_MILLIS = 10_000;
    private static final long FIRST_BACKOFF_MILLIS = 50;
    private static final long LONGEST_BACKOFF_MILLIS = 3_000;

    private final Vertx vertx;
    private final Letters letters;
    private final ParkedRecords parked;
    private final Chance chance;
    private final Map<String, Topic<Object>> topics;
    private final Inlet.Ear ear;
    private final Map<String, Lane> lanes = new HashMap<>();
    /** Done when it is known what is parked, which those after it must wait for. */
    private Future<Void> known = Future.succeededFuture();

    private boolean closed;

    /** The records of one aggregate, and how it fares with the first of them. */
    private static final class Lane {
        private final String name;
        private final ArrayDeque<Taken> queue = new ArrayDeque<>(4);
        private int tries;
        private int refusals;

        Lane(String name) {
            this.name = name;
        }
    }

    Applier(
            Vertx vertx,
            Letters letters,
            ParkedRecords parked,
            Chance chance,
            Map<String, Topic<Object>> topics,
            Inlet.Ear ear) {
        this.vertx = vertx;
        this.letters = letters;
        this.parked = parked;
        this.chance = chance;
        this.topics = topics;
        this.ear = ear;
    }

    /** What is parked is tried once more before anything new is. */
    void open() {
        known = redrive().otherwiseEmpty().compose(done -> learned());
    }

    /** Partitions came, and with them aggregates of which another instance may have parked events. */
    void assigned() {
        known = known.compose(done -> learned());
    }

    private Future<Void> learned() {
        return parked.load()
                .recover(failure -> closed
                        ? Future.failedFuture(failure)
                        : vertx.timer(LONGEST_BACKOFF_MILLIS).compose(waited -> learned()));
    }

    void take(List<Taken> records) {
        known.onSuccess(done -> records.forEach(this::take));
    }

    private void take(Taken taken) {
        var lane = lanes.computeIfAbsent(lane(taken.record()), Lane::new);
        lane.queue.add(taken);
        if (lane.queue.size() == 1) {
            pump(lane);
        }
    }

    private static String lane(LogRecord record) {
        return record.topic() + "/" + record.key();
    }

    private void pump(Lane lane) {
        while (!lane.queue.isEmpty() && !lane.queue.element().window().begin()) {
            lane.queue.remove();
        }
        if (lane.queue.isEmpty()) {
            lanes.remove(lane.name);
            return;
        }
        var taken = lane.queue.element();
        step(lane, taken.record()).onComplete(done -> {
            taken.window().end(taken.record().offset(), done.succeeded());
            if (done.succeeded()) {
                lane.queue.remove();
                lane.tries = 0;
                lane.refusals = 0;
                pump(lane);
            } else {
                long most = Math.min(LONGEST_BACKOFF_MILLIS, FIRST_BACKOFF_MILLIS << Math.min(lane.tries++, 10));
                vertx.setTimer(most / 2 + chance.below(most / 2 + 1), timer -> pump(lane));
            }
        });
    }

    /** Done when the record was applied or parked; fails when it is to be tried again. */
    private Future<Void> step(Lane lane, LogRecord record) {
        return switch (letters.read(record, topics)) {
            case Letters.Bad(var reason, var ours) -> parked.park(record, reason, ours);
            case Letters.Good good ->
                parked.holds(record)
                        .compose(held -> held
                                ? parked.park(record, "an event before it is parked", true)
                                : hear(good).recover(failure -> refused(lane, record, failure)));
        };
    }

    private Future<Void> hear(Letters.Good good) {
        return Timeouts.within(vertx, ear.hear(good.topic(), good.event()), PATIENCE_MILLIS);
    }

    private Future<Void> refused(Lane lane, LogRecord record, Throwable failure) {
        if (isAway(failure)) {
            return Future.failedFuture(failure);
        }
        lane.refusals++;
        LOG.warn("{} was refused (try {})", record.place(), lane.refusals, failure);
        return lane.refusals < POISON_TRIES
                ? Future.failedFuture(failure)
                : parked.park(record, String.valueOf(failure.getMessage()), true);
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof TimeoutException
                || (failure instanceof ProblemException known
                        && (known.problem().status() == 503 || known.problem().status() == 504));
    }

    /** Applies what is parked once more, in order; what is refused again stays, with those after it. */
    Future<Void> redrive() {
        Set<String> refused = new HashSet<>();
        return parked.oldest().compose(records -> {
            Future<Void> all = Future.succeededFuture();
            for (var record : records) {
                all = all.compose(done -> redrive(record, refused));
            }
            return all;
        });
    }

    private Future<Void> redrive(LogRecord record, Set<String> refused) {
        if (refused.contains(lane(record))) {
            return Future.succeededFuture();
        }
        return switch (letters.read(record, topics)) {
            case Letters.Bad bad -> {
                if (bad.ours()) {
                    refused.add(lane(record));
                }
                yield Future.succeededFuture();
            }
            case Letters.Good good ->
                hear(good).compose(done -> parked.remove(record)).recover(failure -> {
                    refused.add(lane(record));
                    return Future.succeededFuture();
                });
        };
    }

    void close() {
        closed = true;
    }
}
