package com.ecamazon.dispatching;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.Topic;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Ids;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.bus.Bindings;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.Write;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Another domain, which keeps what it hears and tells what it is told to. */
final class Neighbour {
    private final List<Event<?>> heard = new CopyOnWriteArrayList<>();
    private final Domain domain;
    private final List<Topic<?>> topics;
    private volatile @Nullable Documents<Fact> facts;
    private volatile @Nullable Context loop;

    record Fact(String what) {}

    Neighbour(Domain domain, Topic<?>... topics) {
        this.domain = domain;
        this.topics = List.of(topics);
    }

    Service service() {
        return new Service(domain, Verticle::new);
    }

    /** What it heard of this kind. */
    <E> List<E> heard(Class<E> kind) {
        return heard.stream()
                .map(Event::data)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Tells the others, durably. */
    <E> void tell(Topic<E> topic, E event) {
        Promise<Object> told = Promise.promise();
        Objects.requireNonNull(loop)
                .runOnContext(ready -> Objects.requireNonNull(facts)
                        .insert(Ids.timeOrdered(), new Fact(topic.name()), Write.PLAIN.news(topic, event))
                        .<Object>map(done -> done)
                        .onComplete(told));
        LocalPod.await(told.future());
    }

    private final class Verticle extends DomainVerticle {
        Verticle(Platform platform) {
            super(platform, domain);
            facts = platform.database().documents("facts", Fact.class);
        }

        @Override
        protected Future<?> prepare() {
            loop = vertx.getOrCreateContext();
            return Future.succeededFuture();
        }

        @Override
        protected void bind(Bindings bindings) {
            topics.forEach(topic -> hear(bindings, topic));
        }

        private <E> void hear(Bindings bindings, Topic<E> topic) {
            bindings.subscribe(topic, event -> {
                heard.add(event);
                return Future.succeededFuture();
            });
        }
    }
}
