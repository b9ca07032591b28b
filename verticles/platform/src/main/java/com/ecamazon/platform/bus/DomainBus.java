package com.ecamazon.platform.bus;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.Feed;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Topic;
import com.ecamazon.platform.Ids;
import com.ecamazon.platform.json.Json;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The bus as one domain sees it: it speaks under its own sealed name. */
public final class DomainBus implements Bus {
    private static final Duration SEAL = Duration.ofMinutes(10);

    private final Vertx vertx;
    private final Exchange exchange;
    private final CallerSeal seals;
    private final InstantSource clock;
    private final Domain domain;
    private String sealed = "";
    private Instant sealUntil = Instant.EPOCH;

    public DomainBus(Vertx vertx, Exchange exchange, CallerSeal seals, InstantSource clock, Domain domain) {
        this.vertx = vertx;
        this.exchange = exchange;
        this.seals = seals;
        this.clock = clock;
        this.domain = domain;
    }

    @Override
    public <Q, R> Future<R> call(Operation<Q, R> operation, Q request) {
        return call(operation, request, Ids.operation());
    }

    @Override
    public <Q, R> Future<R> call(Operation<Q, R> operation, Q request, String operationId) {
        return exchange.ask(operation, request, caller(), operationId, Deadline.currentTrace())
                .map(answer -> answer.reply(operation));
    }

    @Override
    public <N> void publish(Feed<N> feed, N news) {
        vertx.eventBus().publish(feed.name(), Buffer.buffer(Json.write(news, Json.type(feed.news()))));
    }

    /** Delivers an event of this domain to a subscriber group. */
    public <E> Future<Void> deliver(Topic<E> topic, Domain subscriber, Event<E> event) {
        return exchange.deliver(topic, subscriber, event, caller());
    }

    private synchronized String caller() {
        var now = clock.instant();
        if (now.isAfter(sealUntil.minusSeconds(60))) {
            sealUntil = now.plus(SEAL);
            sealed = seals.seal(Caller.domain(domain), sealUntil);
        }
        return sealed;
    }
}
