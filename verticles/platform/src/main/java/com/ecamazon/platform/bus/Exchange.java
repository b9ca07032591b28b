package com.ecamazon.platform.bus;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Topic;
import com.ecamazon.platform.json.Json;
import com.fasterxml.jackson.databind.JavaType;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends a question to an instance of a domain and brings the answer. One of these per node: it knows the directory, the
 * circuits and how much is on its way.
 */
public final class Exchange {
    private static final int IN_FLIGHT_PER_DOMAIN = 2_048;
    private static final int TRIES = 3;
    private static final String TOPIC = "topic:";
    private static final long SELF_TEST_MILLIS = 1_000;

    /** A question that every instance answers at once, whoever asks. */
    static final String SELF_TEST = "self-test";

    private final Vertx vertx;
    private final Directory directory;
    private final Circuits circuits;
    private final Map<Domain, AtomicInteger> inFlight = new ConcurrentHashMap<>();
    private final Map<String, Peer> peers = new ConcurrentHashMap<>();
    private final Map<Class<?>, JavaType> types = new ConcurrentHashMap<>();

    /** An address that is asked: who waits for its answer, and when the last one came. */
    private static final class Peer {
        final String address;
        final Set<Promise<?>> waiting = ConcurrentHashMap.newKeySet();
        volatile long answeredAt;

        Peer(String address) {
            this.address = address;
        }
    }

    public Exchange(Vertx vertx, Directory directory) {
        this.vertx = vertx;
        this.directory = directory;
        this.circuits = new Circuits(vertx);
        Codecs.register(vertx.eventBus());
        for (var domain : Domain.values()) {
            inFlight.put(domain, new AtomicInteger());
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
        var patience = Patience.of(operation);
        return circuits.guard(operation, () -> send(operation.domain(), key, question, patience, 1));
    }

    /** Delivers an event to a subscriber group; success is its acknowledgement. */
    <E> Future<Void> deliver(Topic<E> topic, Domain subscriber, Event<E> event, String caller) {
        var question = new Question(
                delivery(topic),
                System.currentTimeMillis() + 10_000,
                event.id(),
                caller,
                "",
                Question.Body.of(event, Json.type(Event.class, topic.event())));
        return send(subscriber, Optional.of(event.subject()), question, Patience.ENDLESS, 1)
                .compose(answer -> answer.status() < 300
                        ? Future.succeededFuture()
                        : Future.failedFuture(new ProblemException(
                                Problem.of(answer.status(), "NOT_ACKNOWLEDGED", "The subscriber refused the event."))));
    }

    /** Whether the instance answers on the bus; it is asked for nothing. */
    public Future<Void> selfTest(String instance) {
        long deadline = System.currentTimeMillis() + SELF_TEST_MILLIS;
        var question = new Question(SELF_TEST, deadline, "", "", "", Question.Body.of(new byte[0]));
        return vertx.eventBus()
                .<Answer>request(instance, question, new DeliveryOptions().setSendTimeout(SELF_TEST_MILLIS))
                .mapEmpty();
    }

    private Future<Answer> send(
            Domain domain, Optional<String> key, Question question, Patience patience, int attempt) {
        long now = System.currentTimeMillis();
        long left = question.deadline() - now;
        var load = inFlight.get(domain);
        if (left <= 0 || load == null || load.get() >= IN_FLIGHT_PER_DOMAIN) {
            return Future.failedFuture(new ProblemException(Problem.unavailable(domain)));
        }
        var instance = key.flatMap(k -> directory.owner(domain, k)).or(() -> directory.any(domain));
        var peer = peers.computeIfAbsent(instance.orElse(domain.address()), Peer::new);
        load.incrementAndGet();
        return request(peer, question, attempt < TRIES ? patience.of(left) : left)
                .onComplete(done -> load.decrementAndGet())
                .<Answer>map(Message::body)
                .recover(failure -> {
                    var type = failure instanceof ReplyException reply ? reply.failureType() : ReplyFailure.ERROR;
                    if (type == ReplyFailure.TIMEOUT && peer.answeredAt < now) {
                        instance.ifPresent(directory::silent);
                    }
                    boolean unheard = type == ReplyFailure.NO_HANDLERS
                            || String.valueOf(failure.getMessage()).startsWith("Discarded");
                    if (attempt < TRIES && (patience.endsEarly() || unheard)) {
                        return unheard
                                ? vertx.timer(20L * attempt)
                                        .compose(waited -> send(domain, key, question, patience, attempt + 1))
                                : send(domain, key, question, patience, attempt + 1);
                    }
                    return Future.failedFuture(new ProblemException(Problem.unavailable(domain)));
                });
    }

    private Future<Message<Answer>> request(Peer peer, Question question, long millis) {
        var options = new DeliveryOptions().setSendTimeout(Math.max(1, millis));
        Promise<Message<Answer>> promise = Contexts.promise();
        peer.waiting.add(promise);
        vertx.eventBus().<Answer>request(peer.address, question, options).onComplete(result -> {
            peer.waiting.remove(promise);
            if (result.succeeded()) {
                peer.answeredAt = System.currentTimeMillis();
                promise.tryComplete(result.result());
            } else {
                promise.tryFail(result.cause());
            }
        });
        return promise.future();
    }

    /** Nobody waits for the answer of an instance that is gone. */
    private void gone(String instance) {
        var peer = peers.remove(instance);
        if (peer != null) {
            peer.waiting.forEach(
                    promise -> promise.tryFail(new ReplyException(ReplyFailure.TIMEOUT, "the instance is gone")));
        }
    }
}
