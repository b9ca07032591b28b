package com.ecamazon.platform.testing;

import com.ecamazon.contract.Contracts;
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
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A domain next to the one under test, of which only its news and its ears are real: it tells through an outbox and keeps
 * what it hears of every topic that is told to the domain, over restarts too.
 */
public final class Neighbour {
    private final List<Event<?>> heard = new CopyOnWriteArrayList<>();
    private final Domain domain;
    private final Consumer<Bindings> more;
    private volatile @Nullable Documents<Fact> facts;
    private volatile @Nullable Context loop;

    private record Fact(String topic) {}

    public Neighbour(Domain domain) {
        this(domain, bindings -> {});
    }

    /** A neighbour that serves or listens to something besides. */
    public Neighbour(Domain domain, Consumer<Bindings> more) {
        this.domain = domain;
        this.more = more;
    }

    public Service service() {
        return new Service(domain, Verticle::new);
    }

    /** What it heard of this kind. */
    public <E> List<E> heard(Class<E> kind) {
        return heard.stream()
                .map(Event::data)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Tells the others; done when the news is kept, and delivered from then on. */
    public <E> void tell(Topic<E> topic, E news) {
        Promise<Object> told = Promise.promise();
        Objects.requireNonNull(loop, "not deployed")
                .runOnContext(run -> Objects.requireNonNull(facts)
                        .insert(Ids.timeOrdered(), new Fact(topic.name()), Write.PLAIN.news(topic, news))
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
            Contracts.TOPICS.stream()
                    .filter(topic -> topic.subscribers().contains(domain))
                    .forEach(topic -> hear(bindings, topic));
            more.accept(bindings);
        }

        private <E> void hear(Bindings bindings, Topic<E> topic) {
            bindings.subscribe(topic, event -> {
                heard.add(event);
                return Future.succeededFuture();
            });
        }
    }
}
