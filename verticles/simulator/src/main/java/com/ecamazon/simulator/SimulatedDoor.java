package com.ecamazon.simulator;

import com.ecamazon.contract.Access;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.Feed;
import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Topic;
import com.ecamazon.platform.bus.Door;
import com.ecamazon.platform.bus.Encoded;
import com.ecamazon.platform.bus.Reading;
import com.ecamazon.platform.bus.Request;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one instance serves on the simulated bus: the same checks and the same answers as on the real one. */
final class SimulatedDoor implements Door, Network.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedDoor.class);

    private final InstantSource clock;
    private final Consumer<SimulatedDoor> opening;
    private final Map<String, Route> routes = new HashMap<>();
    private final Map<String, Function<List<Event<Object>>, Future<?>>> projections = new HashMap<>();
    private final List<Topic<?>> ownTopics = new ArrayList<>();
    private final Map<String, Consumer<Object>> listeners = new HashMap<>();

    private record Route(Access access, Function<Request<Object>, Future<?>> useCase) {}

    /** @param opening registers it */
    SimulatedDoor(InstantSource clock, Consumer<SimulatedDoor> opening) {
        this.clock = clock;
        this.opening = opening;
    }

    /** The name under which a topic's events are delivered. */
    static String delivery(Topic<?> topic) {
        return "topic:" + topic.name();
    }

    @Override
    @SuppressWarnings("unchecked") // The question's body is of the operation's request class.
    public <Q, R> void serve(Operation<Q, R> operation, Function<Request<Q>, Future<R>> useCase) {
        routes.put(
                operation.name(),
                new Route(operation.access(), request -> useCase.apply((Request<Q>) (Request<?>) request)));
    }

    /** Ready bytes are for browsers; nobody asks for them here. */
    @Override
    public <Q, R> void serveEncoded(Operation<Q, R> operation, Function<Request<Q>, Future<Encoded<R>>> useCase) {}

    @Override
    @SuppressWarnings("unchecked") // The question's body is an event of the topic.
    public <E> void subscribe(Topic<E> topic, Function<Event<E>, Future<?>> subscriber) {
        routes.put(
                delivery(topic),
                new Route(
                        new Access(Access.Rule.INTERNAL, Set.of(), Set.of(topic.domain())),
                        request -> subscriber.apply((Event<E>) request.body())));
    }

    @Override
    @SuppressWarnings("unchecked") // Events are of the topic's type.
    public <E> void project(Topic<E> topic, Function<List<Event<E>>, Future<?>> projection) {
        ownTopics.add(topic);
        projections.put(topic.name(), events -> projection.apply((List<Event<E>>) (List<?>) events));
    }

    @Override
    @SuppressWarnings("unchecked") // News are of the feed's type.
    public <N> void listen(Feed<N> feed, Consumer<N> listener) {
        listeners.put(feed.name(), news -> listener.accept((N) news));
    }

    @Override
    public void served(long nanosTaken, boolean failed) {}

    @Override
    public Map<String, Function<List<Event<Object>>, Future<?>>> projections() {
        return projections;
    }

    @Override
    public List<Topic<?>> ownTopics() {
        return ownTopics;
    }

    @Override
    public Future<Void> open() {
        opening.accept(this);
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> close() {
        return Future.succeededFuture();
    }

    @Override
    public int running() {
        return 0;
    }

    @Override
    public Reading reading() {
        return new Reading(0, 0, 0);
    }

    @Override
    public void hear(Feed<?> feed, Object news) {
        listeners.getOrDefault(feed.name(), nobody -> {}).accept(news);
    }

    /** Serves; whatever goes wrong is a {@link ProblemException}. */
    @Override
    public Future<?> answer(Question question) {
        Future<?> answer;
        try {
            answer = serve(question);
        } catch (RuntimeException e) {
            answer = Future.failedFuture(e);
        }
        return answer.recover(failure -> Future.failedFuture(new ProblemException(problem(question, failure))));
    }

    private Future<?> serve(Question question) {
        var route = routes.get(question.operation());
        if (route == null) {
            return refuse(Problem.of(501, "NOT_SERVED", "This operation is not served here."));
        }
        if (question.deadline().isBefore(clock.instant())) {
            return refuse(Problem.of(504, "TOO_LATE", "Nobody waits for this any more."));
        }
        return switch (route.access.check(question.caller())) {
            case NOT_SIGNED_IN -> refuse(Problem.notSignedIn());
            case FORBIDDEN -> refuse(Problem.forbidden());
            case ALLOWED ->
                route.useCase.apply(
                        new Request<>(question.body(), question.caller(), question.deadline(), question.operationId()));
        };
    }

    private static Future<?> refuse(Problem problem) {
        return Future.failedFuture(new ProblemException(problem));
    }

    private static Problem problem(Question question, Throwable failure) {
        return switch (failure) {
            case ProblemException known -> known.problem();
            case InvalidRequest invalid -> Problem.invalid(invalid.pointer(), String.valueOf(invalid.getMessage()));
            default -> {
                LOG.debug("{} failed", question.operation(), failure);
                yield Problem.internal();
            }
        };
    }
}
