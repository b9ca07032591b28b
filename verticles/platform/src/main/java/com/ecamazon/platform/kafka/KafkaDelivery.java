package com.ecamazon.platform.kafka;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Topic;
import com.ecamazon.platform.bus.Contexts;
import com.ecamazon.platform.data.Outbox;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes events of all domains of a node, once for all subscriber groups; an event counts as delivered when every replica
 * that must have it has it. A thread of its own talks to the producer, whose send may block.
 */
final class KafkaDelivery implements Outbox.Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaDelivery.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    private static final Problem AWAY = Problem.of(503, "LOG_AWAY", "The event log does not answer.");

    private final KafkaSettings settings;
    private final Topics topics;
    private final Letters letters;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("kafka-sender").daemon().factory());
    private final AtomicBoolean isAway = new AtomicBoolean();
    private @Nullable Producer<String, byte[]> producer;

    KafkaDelivery(KafkaSettings settings, Topics topics, Letters letters) {
        this.settings = settings;
        this.topics = topics;
        this.letters = letters;
    }

    /** All of them hear what is published once, so one stands for all. */
    @Override
    public List<Domain> oneByOne(List<Domain> groups) {
        return groups.stream().min(Comparator.naturalOrder()).stream().toList();
    }

    @Override
    public <E> Future<Void> deliver(Topic<E> topic, Domain subscriber, Event<E> event) {
        Promise<Void> delivered = Contexts.promise();
        try {
            sender.execute(() -> send(topic, event, delivered));
        } catch (RejectedExecutionException e) {
            delivered.fail(new ProblemException(AWAY));
        }
        return delivered.future();
    }

    private <E> void send(Topic<E> topic, Event<E> event, Promise<Void> delivered) {
        try {
            topics.ensure(List.of(settings.topic(topic.name())));
            producer().send(letters.write(topic, event), (place, failure) -> {
                if (failure == null) {
                    if (isAway.getAndSet(false)) {
                        LOG.info("Kafka at {} answers again", settings.bootstrap());
                    }
                    delivered.complete();
                } else {
                    delivered.fail(meaning(failure));
                }
            });
        } catch (RuntimeException e) {
            delivered.fail(meaning(e));
        }
    }

    /** Whatever Kafka lacks is no fault of the event, which waits until it is well, unless Kafka will never take it. */
    private Throwable meaning(Exception failure) {
        if (failure instanceof RecordTooLargeException) {
            return failure;
        }
        if (!isAway.getAndSet(true)) {
            LOG.warn("Kafka at {} takes no events; they wait in their outboxes", settings.bootstrap(), failure);
        }
        return new ProblemException(AWAY);
    }

    private Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    settings.forClient(Map.of(
                            ProducerConfig.ACKS_CONFIG,
                            "all",
                            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                            true,
                            ProducerConfig.MAX_BLOCK_MS_CONFIG,
                            3_000L,
                            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                            4_000,
                            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                            10_000)),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }

    /** Gives what is on its way a moment; what does not arrive stays in its outbox. Blocks. */
    void close() {
        sender.shutdownNow();
        try {
            if (sender.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS) && producer != null) {
                producer.close(LAST_WORDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
