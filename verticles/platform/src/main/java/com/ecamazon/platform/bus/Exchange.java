package com.ecamazon.platform.bus;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.Kind;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Topic;
import com.ecamazon.platform.json.Json;
import com.fasterxml.jackson.databind.JavaType;
import io.netty.channel.EventLoop;
import io.vertx.circuitbreaker.OpenCircuitException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.internal.ContextInternal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Sends a question to an instance of a domain and brings the answer. One of these per node: it knows the directory, the
 * circuits and how much is on its way.
 */
public final class Exchange {
    private static final int IN_FLIGHT_PER_DOMAIN = 2_048;
    private static final int TRIES = 3;
    private static final String TOPIC = "topic:";
    /** How long a subscriber may take to acknowledge an event. */
    static final long DELIVERY_MILLIS = 10_000;

    private static final long SELF_TEST_MILLIS = 1_000;

    /** A question that every instance answers at once, whoever asks. */
    static final String SELF_TEST = "self-test";

    private final Vertx vertx;
    private final Directory directory;
    private final Circuits circuits;
    private final Map<Domain, Traffic> traffic = new EnumMap<>(Domain.class);
    private final Map<String, Peer> peers = new ConcurrentHashMap<>();
    private final Map<EventLoop, Outstanding> outstanding = new ConcurrentHashMap<>();
    private final Map<Class<?>, JavaType> types = new ConcurrentHashMap<>();

    /**
     * A question on its way.
     *
     * @param isQuery whether an instance that cannot serve all may answer it too, for it changes nothing
     */
    private record Errand(Domain domain, Optional<String> key, Question question, Patience patience, boolean isQuery) {}

    /** What goes to a domain. */
    private record Traffic(AtomicInteger inFlight, RetryBudget retries) {}

    public Exchange(Vertx vertx, Directory directory) {
        this.vertx = vertx;
        this.directory = directory;
        this.circuits = new Circuits(vertx);
        Codecs.register(vertx.eventBus());
        for (var domain : Domain.values()) {
            traffic.put(domain, new Traffic(new AtomicInteger(), new RetryBudget(System::currentTimeMillis)));
        }
        directory.onGone(this::gone);
    }

    public Directory directory() {
        return directory;
    }

    /** The circuits of this node that are not closed. */
    public List<Presence.Circuit> openCircuits() {
        return circuits.notClosed();
    }

    /** The name under which a topic's events are delivered. */
    static String delivery(Topic<?> topic) {
        return TOPIC + topic.name();
    }

    /**
     * Asks.
     *
     * @param caller sealed
     * @return the answer, refusals and problems included; fails with {@link ProblemException} 503 when nobody answered
     */
    public <Q, R> Future<Answer> ask(
            Operation<Q, R> operation, Q request, String caller, String operationId, String trace) {
        long now = System.currentTimeMillis();
        long deadline = Deadline.orElse(now + operation.timeout().toMillis());
        var question = new Question(
                operation.name(),
                deadline,
                operationId,
                caller,
                trace,
                Question.Body.of(request, types.computeIfAbsent(operation.request(), Json::type)));
        var key = operation.keyOf(request);
        return send(
                new Errand(operation.domain(), key, question, Patience.of(operation), operation.kind() == Kind.QUERY),
                1);
    }

    /** Delivers an event to a subscriber group; success is its acknowledgement. */
    <E> Future<Void> deliver(Topic<E> topic, Domain subscriber, Event<E> event, String caller) {
        var question = new Question(
                delivery(topic),
                System.currentTimeMillis() + DELIVERY_MILLIS,
                event.id(),
                caller,
                "",
                Question.Body.of(event, Json.type(Event.class, topic.event())));
        return send(new Errand(subscriber, Optional.of(event.subject()), question, Patience.ENDLESS, false), 1)
                .compose(answer -> answer.status() < 300
                        ? Future.succeededFuture()
                        : Future.failedFuture(new ProblemException(notAcknowledged(subscriber, answer))));
    }

    private static Problem notAcknowledged(Domain subscriber, Answer answer) {
        var problem = answer.problem();
        return new Problem(
                answer.status(),
                "NOT_ACKNOWLEDGED",
                "The subscriber refused the event.",
                subscriber.address() + " answered " + answer.status() + " " + problem.code() + " (" + problem.title()
                        + ")",
                List.of());
    }

    /** Whether the instance answers on the bus; it is asked for nothing. */
    public Future<Void> selfTest(String instance) {
        long deadline = System.currentTimeMillis() + SELF_TEST_MILLIS;
        var question = new Question(SELF_TEST, deadline, "", "", "", Question.Body.of(new byte[0]));
        return outstanding().ask(peer(instance), question, SELF_TEST_MILLIS).mapEmpty();
    }

    private Peer peer(String address) {
        var known = peers.get(address);
        return known == null ? peers.computeIfAbsent(address, Peer::new) : known;
    }

    private Outstanding outstanding() {
        var loop = ((ContextInternal) vertx.getOrCreateContext()).nettyEventLoop();
        var known = outstanding.get(loop);
        return known == null ? outstanding.computeIfAbsent(loop, first -> new Outstanding(vertx, first)) : known;
    }

    private Optional<String> instance(Errand errand) {
        Predicate<String> may =
                instance -> circuits.of(instance, errand.question.operation()).admits();
        return errand.key
                .flatMap(key -> directory.owner(errand.domain, key, may))
                .or(() -> directory.any(errand.domain, may))
                .or(() -> errand.isQuery ? directory.unready(errand.domain).filter(may) : Optional.empty());
    }

    private Future<Answer> send(Errand errand, int attempt) {
        var domain = errand.domain;
        var question = errand.question;
        var patience = errand.patience;
        long now = System.currentTimeMillis();
        long left = question.deadline() - now;
        var load = traffic.get(domain);
        if (left <= 0 || load == null || load.inFlight.get() >= IN_FLIGHT_PER_DOMAIN) {
            return away(domain);
        }
        var instance = instance(errand);
        if (instance.isEmpty() && (directory.isServed(domain) || directory.isUnready(domain))) {
            return away(domain);
        }
        if (attempt == 1) {
            load.retries.asked();
        }
        var peer = peer(instance.orElse(domain.address()));
        long millis = attempt < TRIES ? patience.of(left) : left;
        load.inFlight.incrementAndGet();
        return circuits.of(peer.address(), question.operation())
                .guard(() -> outstanding().ask(peer, question, millis))
                .transform(done -> {
                    load.inFlight.decrementAndGet();
                    if (done.succeeded()) {
                        return Future.succeededFuture(done.result());
                    }
                    var type = done.cause() instanceof ReplyException reply ? reply.failureType() : ReplyFailure.ERROR;
                    if (type == ReplyFailure.TIMEOUT && peer.answeredAt() < now) {
                        instance.ifPresent(directory::silent);
                    }
                    // Who did not look at it was not burdened by it, so asking again is free.
                    boolean unheard = type == ReplyFailure.NO_HANDLERS
                            || (instance.isPresent() && done.cause() instanceof OpenCircuitException);
                    if (type == ReplyFailure.NO_HANDLERS) {
                        instance.ifPresent(directory::unheard);
                    }
                    if (attempt < TRIES && unheard) {
                        return vertx.timer(20L * attempt).compose(waited -> send(errand, attempt + 1));
                    }
                    return attempt < TRIES && patience.endsEarly() && load.retries.take()
                            ? send(errand, attempt + 1)
                            : away(domain);
                });
    }

    private static <T> Future<T> away(Domain domain) {
        return Future.failedFuture(new ProblemException(Problem.unavailable(domain)));
    }

    private void gone(String instance) {
        circuits.gone(instance);
        var peer = peers.remove(instance);
        if (peer != null) {
            outstanding.values().forEach(loop -> loop.gone(peer));
        }
    }
}
