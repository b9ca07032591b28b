package com.ecamazon.platform.data;

import com.ecamazon.contract.operations.ParkedEvents.ParkedLane;
import com.ecamazon.contract.operations.ParkedEvents.Parking;
import com.ecamazon.contract.operations.ParkedEvents.Redrive;
import com.ecamazon.contract.operations.ParkedEvents.Redriven;
import com.ecamazon.platform.bus.Deadline;
import com.ecamazon.platform.bus.Timeouts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** What of a domain's news is parked, over all its collections, for those who look after it. */
final class ParkedNews {
    private static final int MOST_LANES = 100;
    private static final long LONGEST_MILLIS = 3_000;

    private final Vertx vertx;
    private final List<Parked> collections;

    ParkedNews(Vertx vertx, List<Parked> collections) {
        this.vertx = vertx;
        this.collections = collections;
    }

    Future<Parking> shown() {
        var lanes = each(this::lanes);
        return lanes.compose(all -> count(new JsonObject())
                .map(events -> new Parking(
                        events,
                        all.stream()
                                .flatMap(List::stream)
                                .sorted(Comparator.comparing(ParkedLane::since))
                                .limit(MOST_LANES)
                                .toList())));
    }

    private Future<List<ParkedLane>> lanes(Parked parked) {
        return parked.heads(MOST_LANES).compose(heads -> {
            var lanes = new LinkedHashMap<LaneKey, JsonObject>();
            heads.forEach(head -> lanes.merge(LaneKey.of(head), head, ParkedNews::earlier));
            return all(
                    lanes.entrySet(),
                    lane -> parked.count(lane.getKey().filter())
                            .map(events -> lane(lane.getKey(), lane.getValue(), events - 1)));
        });
    }

    /** Two instances may have been refused different events. */
    private static JsonObject earlier(JsonObject one, JsonObject other) {
        return one.getLong("seq") < other.getLong("seq") ? one : other;
    }

    private static ParkedLane lane(LaneKey lane, JsonObject head, long following) {
        var id = head.getString("_id");
        return new ParkedLane(
                lane.group(),
                lane.subject(),
                id.substring(0, id.lastIndexOf('/')),
                head.getString("topic"),
                head.getString("reason"),
                head.getInstant(head.containsKey("since") ? "since" : "at"),
                following);
    }

    /** Answers when all is delivered or refused, or after some seconds; then it goes on. */
    Future<Redriven> redrive(Redrive wanted) {
        Deadline.forget();
        var filter = filter(wanted);
        var runs = new ArrayList<Parked.Run>();
        var all = each(parked -> parked.redrive(filter, runs));
        return Timeouts.within(vertx, all, LONGEST_MILLIS)
                .map(true)
                .recover(failure -> failure instanceof TimeoutException
                        ? Future.succeededFuture(false)
                        : Future.failedFuture(failure))
                .compose(ended -> count(filter)
                        .map(left -> new Redriven(
                                runs.stream()
                                        .mapToLong(run -> run.delivered().get())
                                        .sum(),
                                left,
                                !ended)));
    }

    private static JsonObject filter(Redrive wanted) {
        var filter = new JsonObject();
        if (wanted.group() != null) {
            filter.put("group", wanted.group().name());
        }
        if (wanted.subject() != null) {
            filter.put("subject", wanted.subject());
        }
        return filter;
    }

    private Future<Long> count(JsonObject filter) {
        return each(parked -> parked.count(filter))
                .map(counts -> counts.stream().mapToLong(Long::longValue).sum());
    }

    private <T> Future<List<T>> each(Function<Parked, Future<T>> work) {
        return all(collections, work);
    }

    private static <S, T> Future<List<T>> all(Collection<S> those, Function<S, Future<T>> work) {
        var results = those.stream().map(work).toList();
        return Future.all(results)
                .map(done -> results.stream().map(Future::result).toList());
    }
}
