package com.ecamazon.platform.kafka;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.Secrets;
import com.ecamazon.platform.Settings;
import com.ecamazon.platform.bus.Inlet;
import com.ecamazon.platform.data.Outbox;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** The part that Kafka has in one node: what publishes, and what each domain reads. */
public final class KafkaLog {
    private final Vertx vertx;
    private final KafkaSettings settings;
    private final Topics topics;
    private final Letters letters;
    private final KafkaDelivery delivery;

    public KafkaLog(Vertx vertx, Settings settings, Secrets secrets) {
        this.vertx = vertx;
        this.settings = KafkaSettings.of(settings);
        this.topics = new Topics(this.settings);
        this.letters = new Letters(this.settings, secrets);
        this.delivery = new KafkaDelivery(this.settings, topics, letters);
    }

    /** Where the outboxes of this node's domains publish. */
    public Outbox.Delivery delivery() {
        return delivery;
    }

    /** What a domain hears. */
    public Inlet inlet(Platform platform, Domain domain) {
        return new KafkaInlet(settings, topics, letters, platform, domain);
    }

    /** Gives what is on its way a moment. */
    public Future<Void> close() {
        return vertx.executeBlocking(() -> {
                    delivery.close();
                    return true;
                })
                .mapEmpty();
    }
}
