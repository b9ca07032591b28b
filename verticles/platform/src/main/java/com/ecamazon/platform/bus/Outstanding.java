package com.ecamazon.platform.bus;

import com.ecamazon.platform.Ids;
import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.eventbus.impl.EventBusImpl;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The questions that were asked on one event loop and wait for their answers. All of these come to one address of this loop
 * and are told apart by number and password, and one timer looks after all that wait: a secret address, a registration and a
 * timer for each question, as the bus itself makes them, cost more than the rest of asking.
 */
final class Outstanding {
    private static final long LOOK_MILLIS = 10;
    private static final long HEARD_LATELY_MILLIS = 1_000;
    private static final DeliveryOptions OPTIONS = new DeliveryOptions();

    private final EventBusImpl bus;
    private final ContextInternal context;
    private final String address = "answers-" + Ids.random();
    private final Map<Long, Waiting> waiting = new ConcurrentHashMap<>();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicBoolean looking = new AtomicBoolean();

    private record Waiting(Peer peer, long until, Promise<Answer> promise) {}

    Outstanding(Vertx vertx, EventLoop loop) {
        bus = (EventBusImpl) vertx.eventBus();
        context = ((VertxInternal) vertx).contextBuilder().withEventLoop(loop).build();
        // Of a context of its own, since it must outlive the verticle that asks first.
        var before = context.beginDispatch();
        try {
            bus.consumer(address, this::heard);
        } finally {
            context.endDispatch(before);
        }
    }

    /** Fails with {@link ReplyException}: a timeout, or no handlers when nobody looked at the question. */
    Future<Answer> ask(Peer peer, Question question, long millis) {
        Promise<Answer> promise = Contexts.promise();
        long now = System.currentTimeMillis();
        long number = asked.incrementAndGet();
        waiting.put(number, new Waiting(peer, now + millis, promise));
        lookLater();
        var message = bus.createMessage(
                true, false, peer.address(), null, new Asked(number, peer.password(), question), null);
        message.setReplyAddress(address);
        var sent = bus.sendOrPubInternal(message, OPTIONS, null);
        // Whom one heard lately is there; to learn of each write that it was done costs a change of threads.
        if (now - peer.answeredAt() > HEARD_LATELY_MILLIS || sent.failed()) {
            sent.onFailure(failure -> notSent(number, failure));
        }
        return promise.future();
    }

    /** A connection that failed says nothing about whether the question was heard. */
    private void notSent(long number, Throwable failure) {
        if (failure instanceof ReplyException) {
            fail(number, failure);
        }
    }

    private void fail(long number, Throwable failure) {
        var waits = waiting.remove(number);
        if (waits != null) {
            waits.promise.tryFail(failure);
        }
    }

    private void heard(Message<Object> message) {
        if (message.body() instanceof Reply reply) {
            var waits = waiting.get(reply.number());
            if (waits != null && waits.peer.password() == reply.password() && waiting.remove(reply.number(), waits)) {
                waits.peer.answered(System.currentTimeMillis());
                if (reply.answer() == null) {
                    waits.promise.tryFail(new ReplyException(ReplyFailure.NO_HANDLERS, "the instance leaves"));
                } else {
                    waits.promise.tryComplete(reply.answer());
                }
            }
        }
    }

    /** Nobody waits for the answer of a peer that is gone. */
    void gone(Peer peer) {
        waiting.forEach((number, waits) -> {
            if (waits.peer == peer) {
                fail(number, new ReplyException(ReplyFailure.TIMEOUT, "the instance is gone"));
            }
        });
    }

    private void lookLater() {
        if (!looking.get() && looking.compareAndSet(false, true)) {
            context.setTimer(LOOK_MILLIS, timer -> look());
        }
    }

    private void look() {
        long now = System.currentTimeMillis();
        waiting.forEach((number, waits) -> {
            if (waits.until <= now) {
                fail(number, new ReplyException(ReplyFailure.TIMEOUT, "no answer in time"));
            }
        });
        looking.set(false);
        if (!waiting.isEmpty()) {
            lookLater();
        }
    }
}
