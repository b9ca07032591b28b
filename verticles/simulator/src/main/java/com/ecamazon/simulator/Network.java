package com.ecamazon.simulator;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Feed;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.platform.bus.Patience;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.Serial;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The bus: carries questions to one instance of a domain and answers back, with what the weather does to them on the way. */
final class Network {
    private static final int TRIES = 3;
    private static final long LEAST_MICROS = 50;
    private static final long MOST_MICROS = 1_500;
    private static final long LATE_MICROS = 5_000_000;

    /** So long others believe that a dead instance is there. */
    private static final long BELIEVED_MICROS = 1_000_000;

    private final VirtualTime time;
    private final Chances chances;
    private final Weather weather;
    private final Trace trace;
    private final Map<Domain, List<Place>> places = new EnumMap<>(Domain.class);

    /** Nobody answered in time. */
    private static final class Silence extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        Silence() {
            super("no answer in time", null, false, false);
        }
    }

    /** Somebody who can be asked. */
    interface Listener {
        Future<?> answer(Question question);

        void hear(Feed<?> feed, Object news);
    }

    private record Place(Life life, Listener listener) {}

    Network(VirtualTime time, Chances chances, Weather weather, Trace trace) {
        this.time = time;
        this.chances = chances;
        this.weather = weather;
        this.trace = trace;
        for (var domain : Domain.values()) {
            places.put(domain, new ArrayList<>());
        }
    }

    /** From now on questions to the domain may go there. */
    void register(Domain domain, Life life, Listener listener) {
        at(domain).add(new Place(life, listener));
    }

    /** Others learn that it died. */
    void died(Domain domain, Life life) {
        time.after(BELIEVED_MICROS, () -> at(domain).removeIf(place -> place.life() == life));
    }

    private List<Place> at(Domain domain) {
        return places.getOrDefault(domain, List.of());
    }

    void publish(Feed<?> feed, Object news) {
        for (var all : places.values()) {
            for (var place : all) {
                travel(place.life().whileItLasts(() -> place.listener().hear(feed, news)));
            }
        }
    }

    /** Asks as nodes do: again where that is safe, and 503 when nobody answers. */
    Future<Object> ask(Life asker, Domain domain, Optional<String> key, Question question, Patience patience) {
        return ask(asker, domain, key, question, patience, 1);
    }

    private Future<Object> ask(
            Life asker, Domain domain, Optional<String> key, Question question, Patience patience, int attempt) {
        long left = question.deadline().toEpochMilli() - time.millis();
        if (left <= 0) {
            return away(domain, question);
        }
        var place = choose(domain, key);
        if (place.isEmpty()) {
            return attempt < TRIES
                    ? pause(asker, 20L * attempt).compose(_ -> ask(asker, domain, key, question, patience, attempt + 1))
                    : away(domain, question);
        }
        return once(asker, place.get(), question, attempt < TRIES ? patience.of(left) : left)
                .recover(failure -> {
                    if (!(failure instanceof Silence)) {
                        return Future.failedFuture(failure);
                    }
                    return attempt < TRIES && patience.endsEarly()
                            ? ask(asker, domain, key, question, patience, attempt + 1)
                            : away(domain, question);
                });
    }

    private Future<Object> away(Domain domain, Question question) {
        trace.note("bus", question.operation() + " found nobody");
        return Future.failedFuture(new ProblemException(Problem.unavailable(domain)));
    }

    private Optional<Place> choose(Domain domain, Optional<String> key) {
        var all = at(domain);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int which = key.map(text -> Math.floorMod(text.hashCode(), all.size()))
                .orElseGet(() -> (int) chances.below(all.size()));
        return Optional.of(all.get(which));
    }

    private Future<Object> once(Life asker, Place place, Question question, long millis) {
        Promise<Object> promise = Promise.promise();
        Consumer<AsyncResult<?>> settle = done -> {
            if (done.succeeded()) {
                promise.tryComplete(done.result());
            } else {
                promise.tryFail(done.cause());
            }
        };
        travel(place.life()
                .whileItLasts(() -> place.listener()
                        .answer(question)
                        .onComplete(done -> travel(asker.whileItLasts(() -> settle.accept(done))))));
        time.after(TimeUnit.MILLISECONDS.toMicros(millis), asker.whileItLasts(() -> promise.tryFail(new Silence())));
        return promise.future();
    }

    private Future<Void> pause(Life life, long millis) {
        Promise<Void> promise = Promise.promise();
        time.after(TimeUnit.MILLISECONDS.toMicros(millis), life.whileItLasts(promise::complete));
        return promise.future();
    }

    private void travel(Runnable arrival) {
        var faults = weather.now();
        if (chances.strikes(faults.lost())) {
            return;
        }
        arrive(faults, arrival);
        if (chances.strikes(faults.twice())) {
            arrive(faults, arrival);
        }
    }

    private void arrive(Faults faults, Runnable arrival) {
        time.after(
                chances.strikes(faults.late())
                        ? chances.below(LATE_MICROS)
                        : chances.between(LEAST_MICROS, MOST_MICROS),
                arrival);
    }
}
