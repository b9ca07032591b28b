package com.ecamazon.platform.data;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events of one collection that a subscriber group keeps refusing, set aside for that group with those that follow them,
 * so that other aggregates and groups go on. Any instance may set aside and deliver again: what is parked is what the store
 * holds. An instance that holds a lane back asks the store again with each event of it, and one that does not reads so in the
 * aggregate's document before it can have anything new to tell.
 */
final class Parked {
    private static final Logger LOG = LoggerFactory.getLogger(Parked.class);
    private static final int LONGEST_REASON = 500;

    /** Where nothing is known to be parked, others may have parked something. */
    private static final int LOOKS_UNTIL_COUNTED = 10;

    private final ParkedDocuments documents;
    private final ParkedMarks marks;
    private final Outbox outbox;
    private final Set<LaneKey> held = new HashSet<>();
    private final Turns<LaneKey> turns = new Turns<>();
    private final Map<LaneKey, Run> runs = new HashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private int looks;

    /** One lane that is being delivered again. */
    record Run(AtomicInteger delivered, Future<Void> end) {}

    Parked(ParkedDocuments documents, ParkedMarks marks, Outbox outbox) {
        this.documents = documents;
        this.marks = marks;
        this.outbox = outbox;
    }

    /** How many events are parked, as this instance knows. */
    int count() {
        return count.get();
    }

    /** Whether an event of the aggregate is parked for the group, so that those after it must be too. */
    boolean holds(Domain group, String id) {
        return !held.isEmpty() && held.contains(new LaneKey(group, id));
    }

    /** Holds back what the aggregate's document says. */
    void heed(String id, JsonObject aggregate) {
        ParkedMarks.each(aggregate, group -> held.add(new LaneKey(group, id)));
    }

    /** Holds back what an earlier run left parked. */
    Future<Void> open() {
        return documents
                .open()
                .compose(done -> eachPage(new JsonObject(), page -> {
                    page.forEach(event -> held.add(LaneKey.of(event)));
                    return Future.succeededFuture();
                }))
                .compose(done -> recount());
    }

    /** Counts again where others may have changed something. */
    Future<Void> look() {
        return count.get() > 0 || ++looks % LOOKS_UNTIL_COUNTED == 0 ? recount() : Future.succeededFuture();
    }

    private Future<Void> recount() {
        return count(new JsonObject())
                .onSuccess(all -> count.set(all.intValue()))
                .mapEmpty();
    }

    /** How many parked events match. */
    Future<Long> count(JsonObject filter) {
        return documents.count(filter);
    }

    /** Sets an event aside that its group refuses. */
    Future<Void> park(Entry entry, LaneKey lane, Throwable failure) {
        var reason = reason(failure);
        return turns.take(lane, () -> put(entry, lane, reason, false))
                .onSuccess(isNew -> {
                    if (isNew) {
                        LOG.error("{} is parked for {}: {}", entry.event().id(), lane.group(), reason);
                    }
                })
                .mapEmpty();
    }

    /**
     * Sets an event aside since one before it is. Where the store has none before it any more, another instance has delivered
     * those, and this one is delivered too.
     *
     * @return false when the lane is held back no more, and the event was left alone
     */
    Future<Boolean> follow(Entry entry, LaneKey lane) {
        return turns.take(lane, () -> held.contains(lane) ? followInTurn(entry, lane) : Future.succeededFuture(false));
    }

    private Future<Boolean> followInTurn(Entry entry, LaneKey lane) {
        return put(entry, lane, "an event before it is parked", true)
                .compose(isNew -> documents.first(lane))
                .compose(first -> first.isPresent()
                                && first.get().getLong("seq") < entry.event().sequence()
                        ? Future.succeededFuture()
                        : drain(lane, new AtomicInteger()))
                .map(true);
    }

    /** Marked after it is kept: who lifts the mark meanwhile looks for events again after that. */
    private Future<Boolean> put(Entry entry, LaneKey lane, String reason, boolean follows) {
        return documents
                .add(entry, lane, reason, follows)
                .onSuccess(isNew -> {
                    held.add(lane);
                    count.addAndGet(isNew ? 1 : 0);
                })
                .compose(isNew -> marks.set(lane).map(isNew));
    }

    /** Delivers all once more; nobody waits for it. */
    void redriveAll() {
        if (count.get() > 0) {
            redrive(new JsonObject(), new ArrayList<>())
                    .onFailure(failure -> LOG.warn("parked events were not delivered again", failure));
        }
    }

    /** Delivers all lanes that match again, many at once; gives what was begun as soon as it is. */
    Future<Void> redrive(JsonObject filter, List<Run> begun) {
        var seen = new HashSet<LaneKey>();
        return eachPage(filter, page -> {
            var those = page.stream()
                    .map(LaneKey::of)
                    .filter(seen::add)
                    .map(this::run)
                    .toList();
            begun.addAll(those);
            return Future.join(those.stream().map(Run::end).toList()).mapEmpty();
        });
    }

    /** Who asks while a lane is being delivered gets the run that is under way. */
    private Run run(LaneKey lane) {
        var known = runs.get(lane);
        if (known != null) {
            return known;
        }
        var delivered = new AtomicInteger();
        var run = new Run(delivered, turns.take(lane, () -> drain(lane, delivered)));
        runs.put(lane, run);
        run.end().onComplete(ended -> runs.remove(lane, run));
        return run;
    }

    /** Delivers a lane in order, until nothing of it is left or an event is refused. */
    private Future<Void> drain(LaneKey lane, AtomicInteger delivered) {
        return Steps.repeat(() -> documents.first(lane).compose(first -> {
            if (first.isEmpty()) {
                return release(lane);
            }
            held.add(lane);
            return documents.claim(first.get()).compose(mine -> mine ? deliver(lane, first.get(), delivered) : no());
        }));
    }

    /** Whoever put an event there since the lane was found empty may have marked it before the mark was lifted. */
    private Future<Boolean> release(LaneKey lane) {
        return marks.lift(lane).compose(done -> documents.first(lane)).compose(again -> {
            if (again.isPresent()) {
                return marks.set(lane).map(true);
            }
            held.remove(lane);
            return no();
        });
    }

    private Future<Boolean> deliver(LaneKey lane, JsonObject event, AtomicInteger delivered) {
        return Future.succeededFuture(event)
                .compose(read -> outbox.deliver(Entry.read(outbox, lane.subject(), read), lane.group()))
                .transform(done -> {
                    if (done.failed()) {
                        return refused(lane, event, done.cause()).compose(kept -> no());
                    }
                    delivered.incrementAndGet();
                    return documents
                            .remove(event)
                            .onSuccess(gone -> count.updateAndGet(before -> Math.max(0, before - 1)))
                            .map(true);
                });
    }

    /** That nobody was there says nothing of the event. */
    private Future<Void> refused(LaneKey lane, JsonObject event, Throwable failure) {
        var reason = Relay.isAway(failure) ? event.getString("reason") : reason(failure);
        LOG.warn("{} stays parked: {}", event.getString("_id"), failure.getMessage());
        return documents.refused(event, reason).compose(done -> marks.set(lane));
    }

    private static String reason(Throwable failure) {
        var detail = failure instanceof ProblemException known ? known.problem().detail() : failure.getMessage();
        var reason = detail == null ? failure.toString() : detail;
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    private static Future<Boolean> no() {
        return Future.succeededFuture(false);
    }

    /** The events that lanes begin with, those that were parked first. */
    Future<List<JsonObject>> heads(int most) {
        return documents.heads(most);
    }

    /** What is done with the events of a page. */
    private interface OfPage {
        Future<Void> use(List<JsonObject> page);
    }

    private Future<Void> eachPage(JsonObject filter, OfPage work) {
        var last = new String[] {""};
        return Steps.repeat(() -> documents.page(filter, last[0]).compose(page -> {
            if (page.isEmpty()) {
                return no();
            }
            last[0] = page.getLast().getString("_id");
            return work.use(page).map(true);
        }));
    }
}
