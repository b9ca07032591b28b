package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Contracts;
import com.ecamazon.platform.testing.KafkaBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order's whole way with its events over a real Kafka broker, which dies meanwhile. */
class KafkaOrderTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path brokers;

    @Test
    void order_brokerIsAwayWhileItIsPlaced_reachesTheDoorAndIsPaid() throws ExecutionException, InterruptedException {
        try (var broker = new KafkaBroker(brokers).start();
                var product = new OneJvm(Map.of("KAFKA_BOOTSTRAP", broker.bootstrap(), "KAFKA_PARTITIONS", "1"))) {
            var sku = product.product(5);
            var guest = product.client();
            var cart = guest.cartWith(sku, 2).text("id");
            broker.kill();
            var ordered = guest.order(
                    cart, guest.card("4242424242424242"), UUID.randomUUID().toString());
            assertThat(ordered.status()).isEqualTo(201);
            assertThat(ordered.text("state")).isEqualTo("confirmed");
            var number = ordered.text("number");
            var owner = guest.with("Order-Token", ordered.text("orderToken"));

            broker.start();
            Doorbell.bring(product, sku, 2, number, owner);
            var finance = product.client().signedIn("finance", "demo-finance");
            long grand =
                    ordered.body().path("totals").path("grand").path("amount").asLong();
            assertThat(Waiting.until(
                            () -> finance.get("/api/payments/" + number)
                                            .body()
                                            .path("captured")
                                            .path("amount")
                                            .asLong()
                                    == grand,
                            SOON))
                    .as("all is captured")
                    .isTrue();
            assertThat(topics(broker))
                    .as("the news went over Kafka")
                    .containsAll(Contracts.TOPICS.stream()
                            .filter(topic -> !topic.subscribers().isEmpty())
                            .map(Object::toString)
                            .toList());
        }
    }

    private static Set<String> topics(KafkaBroker broker) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            return admin.listTopics().names().get();
        }
    }
}
