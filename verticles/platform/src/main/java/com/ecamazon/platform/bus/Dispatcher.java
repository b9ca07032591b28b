package com.ecamazon.platform.bus;

import com.ecamazon.contract.Access;
import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.Feed;
import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Topic;
import com.ecamazon.platform.json.Json;
import com.fasterxml.jackson.databind.JavaType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.eventbus.impl.MessageConsumerImpl;
import io.vertx.core.internal.ContextInternal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves a domain's questions: checks caller and deadline, decodes, runs the use case, and turns whatever happens into an
 * answer, since a handler that throws would answer nobody.
 */
public final class Dispatcher implements Door {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int BUSY = 4_096;

    private final Vertx vertx;
    private final Domain domain;
    private final String instance;
    private final CallerSeal seals;
    private final MeterRegistry metrics;
    private final Predicate<Throwable> storeIsAway;
    private final Inlet inlet;
    private final Load load = new Load();
    private final Map<String, Route> routes = new HashMap<>();
    private final Map<String, Function<List<Event<Object>>, Future<?>>> projections = new HashMap<>();
    private final List<Topic<?>> ownTopics = new ArrayList<>();
    private final List<Topic<?>> heardTopics = new ArrayList<>();
    private final List<Feed<?>> feeds = new ArrayList<>();
    private final Map<String, Consumer<Buffer>> listeners = new HashMap<>();
    private final List<MessageConsumer<?>> consumers = new ArrayList<>();
    private int running;

    private record Route(JavaType type, Access access, Function<Request<Object>, Future<?>> useCase, Timer timer) {}

    /**
     * An instance.
     *
     * @param storeIsAway which failures mean that its store is away
     * @param inlet by which events come that the bus does not deliver
     */
    public Dispatcher(
            Vertx vertx,
            Domain domain,
            String instance,
            CallerSeal seals,
            MeterRegistry metrics,
            Predicate<Throwable> storeIsAway,
            Inlet inlet) {
        this.vertx = vertx;
        this.domain = domain;
        this.instance = instance;
        this.seals = seals;
        this.metrics = metrics;
        this.storeIsAway = storeIsAway;
        this.inlet = inlet;
    }

    @Override
    public <Q, R> void serve(Operation<Q, R> operation, Function<Request<Q>, Future<R>> useCase) {
        bind(operation, useCase);
    }

    @Override
    public <Q, R> void serveEncoded(Operation<Q, R> operation, Function<Request<Q>, Future<Encoded<R>>> useCase) {
        bind(operation, useCase);
    }

    @SuppressWarnings("unchecked") // The question's body is read as the operation's request class.
    private <Q> void bind(Operation<Q, ?> operation, Function<Request<Q>, ? extends Future<?>> useCase) {
        if (operation.domain() != domain) {
            throw new IllegalArgumentException(operation + " is not " + domain + "'s to serve");
        }
        routes.put(
                operation.name(),
                new Route(
                        Json.type(operation.request()),
                        operation.access(),
                        request -> useCase.apply((Request<Q>) request),
                        timer(operation.name())));
    }

    @Override
    @SuppressWarnings("unchecked") // The question's body is read as an event of the topic.
    public <E> void subscribe(Topic<E> topic, Function<Event<E>, Future<?>> subscriber) {
        if (!topic.subscribers().contains(domain)) {
            throw new IllegalArgumentException(topic + " does not know " + domain + " as a subscriber");
        }
        heardTopics.add(topic);
        var access = new Access(Access.Rule.INTERNAL, Set.of(), Set.of(topic.domain()));
        routes.put(
                Exchange.delivery(topic),
                new Route(
                        Json.type(Event.class, topic.event()),
                        access,
                        request -> subscriber.apply((Event<E>) request.body()).map(done -> new Acknowledged(true)),
                        timer(Exchange.delivery(topic))));
    }

    private record Acknowledged(boolean done) {}

    @Override
    @SuppressWarnings("unchecked") // Events are read as the topic's type.
    public <E> void project(Topic<E> topic, Function<List<Event<E>>, Future<?>> projection) {
        ownTopics.add(topic);
        projections.put(topic.name(), events -> projection.apply((List<Event<E>>) (List<?>) events));
    }

    @Override
    public <N> void listen(Feed<N> feed, Consumer<N> listener) {
        feeds.add(feed);
        listeners.put(feed.name(), buffer -> listener.accept(Json.read(buffer.getBytes(), feed.news())));
    }

    @Override
    public Map<String, Function<List<Event<Object>>, Future<?>>> projections() {
        return projections;
    }

    @Override
    public List<Topic<?>> ownTopics() {
        return ownTopics;
    }

    /** The operations that are bound. */
    public List<String> operations() {
        return routes.keySet().stream().sorted().toList();
    }

    @Override
    public void served(long nanosTaken, boolean failed) {
        load.served(nanosTaken, failed);
    }

    @Override
    public Reading reading() {
        return load.read();
    }

    /** Registers at the domain's address and at the instance's own. */
    @Override
    public Future<Void> open() {
        for (var feed : feeds) {
            consumers.add(vertx.eventBus().<Buffer>consumer(feed.name(), message -> hear(feed, message)));
        }
        answerAt(instance);
        answerAt(domain.address());
        return Future.all(consumers.stream().map(MessageConsumer::completion).toList())
                .onSuccess(registered -> {
                    if (!heardTopics.isEmpty()) {
                        inlet.open(heardTopics, this::hear);
                    }
                })
                .mapEmpty();
    }

    private void answerAt(String address) {
        MessageConsumer<Object> consumer = vertx.eventBus().consumer(address, this::heard);
        // What was on its way when the registration was taken back is asked again elsewhere.
        ((MessageConsumerImpl<Object>) consumer).discardHandler(message -> {
            if (message.body() instanceof Asked asked) {
                message.reply(Reply.unheard(asked));
            }
        });
        consumers.add(consumer);
    }

    @Override
    public int running() {
        return running;
    }

    @Override
    public int parked() {
        return inlet.parked();
    }

    @Override
    public Future<Void> close() {
        return inlet.close()
                .compose(left -> Future.all(
                        consumers.stream().map(MessageConsumer::unregister).toList()))
                .mapEmpty();
    }

    /** Hears an event that the inlet gives, which has looked at where it is from. */
    private <E> Future<Void> hear(Topic<E> topic, Event<E> event) {
        var question = new Question(
                Exchange.delivery(topic),
                System.currentTimeMillis() + Exchange.DELIVERY_MILLIS,
                event.id(),
                "",
                "",
                Question.Body.of(event, Json.type(Event.class, topic.event())));
        Promise<Void> heard = Contexts.promise();
        // A context of its own, as each message of the bus has one: the deadline is kept there.
        ((ContextInternal) vertx.getOrCreateContext()).unwrap().duplicate().runOnContext(run -> {
            long start = System.nanoTime();
            var route = routes.get(question.operation());
            serve(question, route, topic.domain()).onComplete(done -> {
                if (done.succeeded()) {
                    heard.complete();
                } else {
                    heard.fail(new ProblemException(problem(question, done.cause())));
                }
                count(route, start, done.failed());
            });
        });
        return heard.future();
    }

    private Future<?> serve(Question question, @Nullable Route route, Domain caller) {
        try {
            return route == null ? notServed(question) : serve(question, route, Caller.domain(caller));
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private void hear(Feed<?> feed, Message<Buffer> message) {
        try {
            listeners.getOrDefault(feed.name(), nobody -> {}).accept(message.body());
        } catch (RuntimeException e) {
            LOG.warn("news of {} could not be heard", feed, e);
        }
    }

    private void heard(Message<Object> message) {
        if (!(message.body() instanceof Asked asked)) {
            LOG.warn("{} heard what is no question", instance);
            message.fail(400, "no question");
        } else if (asked.fault() != null) {
            LOG.warn(
                    "{} heard a question that it refuses: {}",
                    instance,
                    asked.fault().code());
            message.reply(Reply.to(asked, Answer.of(asked.fault())));
        } else if (asked.question().operation().equals(Exchange.SELF_TEST)) {
            message.reply(Reply.to(asked, Answer.of(new Acknowledged(true))));
        } else {
            answer(message, asked);
        }
    }

    private void answer(Message<Object> message, Asked asked) {
        long start = System.nanoTime();
        var question = asked.question();
        var route = routes.get(question.operation());
        running++;
        run(question, route).onComplete(done -> {
            running--;
            var answer = answer(question, done);
            count(route, start, answer.status() >= 500);
            message.reply(Reply.to(asked, answer));
        });
    }

    private void count(@Nullable Route route, long start, boolean failed) {
        long taken = System.nanoTime() - start;
        load.served(taken, failed);
        if (route != null) {
            route.timer.record(taken, TimeUnit.NANOSECONDS);
        }
    }

    private Answer answer(Question question, AsyncResult<?> done) {
        try {
            return done.succeeded() ? Answer.of(done.result()) : Answer.of(problem(question, done.cause()));
        } catch (RuntimeException e) {
            return Answer.of(problem(question, e));
        }
    }

    private Future<?> run(Question question, @Nullable Route route) {
        try {
            if (route == null) {
                return notServed(question);
            }
            if (question.deadline() < System.currentTimeMillis()) {
                return refuse(Problem.of(504, "TOO_LATE", "Nobody waits for this any more."));
            }
            if (running > BUSY) {
                return refuse(Problem.unavailable(domain));
            }
            var caller = seals.open(question.caller());
            return switch (route.access.check(caller)) {
                case NOT_SIGNED_IN -> refuse(Problem.notSignedIn());
                case FORBIDDEN -> refuse(Problem.forbidden());
                case ALLOWED -> serve(question, route, caller);
            };
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private Future<?> serve(Question question, Route route, Caller caller) {
        var context = Vertx.currentContext();
        if (context != null) {
            Deadline.set(context, question.deadline(), question.trace());
        }
        return route.useCase.apply(new Request<>(
                question.body().value(route.type),
                caller,
                Instant.ofEpochMilli(question.deadline()),
                question.operationId()));
    }

    private static Future<?> notServed(Question question) {
        return refuse(
                new Problem(501, "NOT_SERVED", "This operation is not served here.", question.operation(), List.of()));
    }

    private static Future<?> refuse(Problem problem) {
        return Future.failedFuture(new ProblemException(problem));
    }

    private Problem problem(Question question, Throwable failure) {
        return switch (failure) {
            case ProblemException known -> known.problem();
            case InvalidRequest invalid -> Problem.invalid(invalid.pointer(), String.valueOf(invalid.getMessage()));
            default -> {
                if (storeIsAway.test(failure)) {
                    yield Problem.unavailable(domain);
                }
                LOG.error("{} failed (trace {})", question.operation(), question.trace(), failure);
                yield Problem.internal();
            }
        };
    }

    private Timer timer(String operation) {
        return Timer.builder("ecamazon.operation")
                .description("Time taken to serve an operation")
                .tag("operation", operation)
                .register(metrics);
    }
}
