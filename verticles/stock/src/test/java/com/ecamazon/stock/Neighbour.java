package com.ecamazon.stock;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Topic;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.bus.Bindings;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.Write;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A domain of which only its news and its ears are real. */
final class Neighbour extends DomainVerticle {
    private record Told(int number) {}

    private final AtomicInteger count = new AtomicInteger();
    private final Documents<Told> documents;
    private final Consumer<Bindings> ears;

    Neighbour(Platform platform, Domain domain, Consumer<Bindings> ears) {
        super(platform, domain);
        this.documents = platform.database().documents("told", Told.class);
        this.ears = ears;
    }

    @Override
    protected Future<?> prepare() {
        return Future.succeededFuture();
    }

    @Override
    protected void bind(Bindings bindings) {
        ears.accept(bindings);
    }

    /** Tells an event of a subject of its own. */
    <E> void tell(Topic<E> topic, E event) {
        int number = count.incrementAndGet();
        LocalPod.await(Future.<Object>future(told -> context.runOnContext(ready -> documents
                .insert("subject " + number, new Told(number), Write.PLAIN.news(topic, event))
                .<Object>mapEmpty()
                .onComplete(told))));
    }
}
