package com.ecamazon.platform.kafka;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the topics that are missing, before they are first used: with as many partitions as we say. */
final class Topics {
    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);
    private static final int PATIENCE_MILLIS = 5_000;

    private final KafkaSettings settings;
    private final Set<String> there = ConcurrentHashMap.newKeySet();

    Topics(KafkaSettings settings) {
        this.settings = settings;
    }

    /** Waits until all are there; fails with a {@link KafkaException} when Kafka does not answer, or does not want them. */
    void ensure(Collection<String> names) {
        if (there.containsAll(names)) {
            return;
        }
        var config = settings.forClient(Map.of(
                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS / 2,
                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS));
        try (var admin = Admin.create(config)) {
            // Somebody else may have made them, and may be the only one who can.
            var known = result(admin.listTopics().names());
            for (var name : names) {
                if (!known.contains(name)) {
                    make(admin, name);
                }
            }
        }
        there.addAll(names);
    }

    private void make(Admin admin, String name) {
        var topic = new NewTopic(name, Optional.of(settings.partitions()), Optional.of(settings.replication()));
        try {
            result(admin.createTopics(Set.of(topic)).all());
            LOG.info("made the topic {} with {} partitions", name, settings.partitions());
        } catch (TopicExistsException e) {
            LOG.debug("{} was made by another at the same time", name, e);
        }
    }

    private static <T> T result(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("no answer within " + PATIENCE_MILLIS + " ms", e);
        }
    }
}
