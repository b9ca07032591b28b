package com.ecamazon.platform.kafka;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.bus.Bindings;
import com.ecamazon.platform.kafka.Shelf.Moved;
import io.vertx.core.Future;
import java.util.function.Function;

/** A domain that hears of moves. */
final class Listener extends DomainVerticle {
    private final Function<Event<Moved>, Future<?>> hear;

    Listener(Platform platform, Domain domain, Function<Event<Moved>, Future<?>> hear) {
        super(platform, domain);
        this.hear = hear;
    }

    static Future<?> refused() {
        return Future.failedFuture(new IllegalStateException("not this one"));
    }

    static Future<?> tooEarly() {
        return Future.failedFuture(new ProblemException(Problem.unavailable(Domain.SHOP)));
    }

    @Override
    protected Future<?> prepare() {
        // One that keeps documents, as those do that hear.
        platform.database().documents("kept", Moved.class);
        return Future.succeededFuture();
    }

    @Override
    protected void bind(Bindings bindings) {
        bindings.subscribe(Shelf.MOVED, hear);
    }
}
