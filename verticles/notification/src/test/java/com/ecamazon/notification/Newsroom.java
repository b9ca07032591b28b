package com.ecamazon.notification;

import static com.ecamazon.platform.testing.LocalPod.await;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.Topic;
import com.ecamazon.contract.shop.Catalogue.ProductNews;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.bus.Bindings;
import com.ecamazon.platform.bus.DomainBus;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import io.vertx.core.Promise;

/** Tells Notification what other domains would. */
final class Newsroom {
    private Newsroom() {}

    /** Delivers an event once; fails when it is not acknowledged. */
    static <E> Future<Void> deliver(LocalPod pod, Topic<E> topic, String subject, long sequence, E news) {
        var node = pod.node();
        var bus = new DomainBus(node.vertx(), node.exchange(), node.seals(), node.clock(), topic.domain());
        var id = topic.name() + "/" + subject + "/" + sequence;
        var event = new Event<>(id, subject, sequence, node.clock().instant(), news);
        return bus.deliver(topic, Domain.NOTIFICATION, event);
    }

    /** Delivers the first event of its subject and waits for the acknowledgement. */
    static <E> void tell(LocalPod pod, Topic<E> topic, String subject, E news) {
        await(deliver(pod, topic, subject, 1, news));
    }

    /** A Shop whose product news leave an outbox. */
    static final class Shop extends DomainVerticle {
        private final Documents<Shown> products;

        record Shown(int times) {}

        Shop(Platform platform) {
            super(platform, Domain.SHOP);
            products = platform.database().documents("products", Shown.class);
        }

        @Override
        protected Future<?> prepare() {
            return Future.succeededFuture();
        }

        @Override
        protected void bind(Bindings bindings) {}

        void show(String id, ProductNews news) {
            var promise = Promise.<Integer>promise();
            context.runOnContext(run -> products.decide(id, shown -> {
                        int times = shown == null ? 1 : shown.times() + 1;
                        return Decision.change(new Shown(times), times).news(ShopContract.PRODUCTS, news);
                    })
                    .onComplete(promise));
            await(promise.future());
        }
    }
}
