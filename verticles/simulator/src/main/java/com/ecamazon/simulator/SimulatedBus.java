package com.ecamazon.simulator;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.Feed;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Topic;
import com.ecamazon.platform.bus.Bus;
import com.ecamazon.platform.bus.Patience;
import com.ecamazon.platform.data.Outbox;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/** How somebody asks over the simulated network, in one life. */
final class SimulatedBus implements Bus, Outbox.Delivery {
    private static final Duration DELIVERY = Duration.ofSeconds(10);

    private final Network network;
    private final VirtualTime time;
    private final Life life;
    private final Caller caller;
    private long operations;

    SimulatedBus(Network network, VirtualTime time, Life life, Caller caller) {
        this.network = network;
        this.time = time;
        this.life = life;
        this.caller = caller;
    }

    @Override
    public <Q, R> Future<R> call(Operation<Q, R> operation, Q request) {
        return call(operation, request, caller.subject() + "-" + ++operations);
    }

    @Override
    public <Q, R> Future<R> call(Operation<Q, R> operation, Q request, String operationId) {
        return call(caller, operation, request, operationId);
    }

    /** Asks for somebody, as a gateway does. */
    <Q, R> Future<R> call(Caller as, Operation<Q, R> operation, Q request, String operationId) {
        var question =
                new Question(operation.name(), request, as, time.instant().plus(operation.timeout()), operationId);
        return network.ask(life, operation.domain(), operation.keyOf(request), question, Patience.of(operation))
                .map(operation.reply()::cast);
    }

    @Override
    public <N> void publish(Feed<N> feed, N news) {
        network.publish(feed, news);
    }

    @Override
    public <E> Future<Void> deliver(Topic<E> topic, Domain subscriber, Event<E> event) {
        var question = new Question(
                SimulatedDoor.delivery(topic), event, caller, time.instant().plus(DELIVERY), event.id());
        return network.ask(life, subscriber, Optional.of(event.subject()), question, Patience.ENDLESS)
                .mapEmpty();
    }
}
