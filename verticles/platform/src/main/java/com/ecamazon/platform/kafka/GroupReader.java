package com.ecamazon.platform.kafka;

import com.ecamazon.platform.data.LogRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member of a consumer group, on a thread of its own, which Kafka's consumer wants. It keeps asking Kafka whatever is being
 * applied, so that it stays a member; a partition of which too much waits is paused. Only what is done is committed.
 */
final class GroupReader implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupReader.class);
    private static final int MOST_AT_ONCE = 200;
    private static final int MOST_WAITING = 500;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration COMMIT = Duration.ofSeconds(2);
    private static final Duration FINISH = Duration.ofSeconds(5);
    private static final Duration LEAVE = Duration.ofSeconds(1);
    private static final long AGAIN_MILLIS = 1_000;

    /** A record that was read, with the window it is in. */
    record Taken(Window window, LogRecord record) {}

    /** Who applies records, called on the reading thread. */
    interface Applying {
        /** Partitions came, perhaps from another instance. */
        void assigned();

        void take(List<Taken> records);
    }

    private final KafkaSettings settings;
    private final Topics topics;
    private final String group;
    private final Set<String> names;
    private final Applying applying;
    private final Map<TopicPartition, Window> windows = new HashMap<>();
    private final CountDownLatch leaving = new CountDownLatch(1);
    private boolean isAway;

    GroupReader(KafkaSettings settings, Topics topics, String group, Set<String> names, Applying applying) {
        this.settings = settings;
        this.topics = topics;
        this.group = group;
        this.names = names;
        this.applying = applying;
    }

    /** Asks it to finish what runs and to leave the group. */
    void leave() {
        leaving.countDown();
    }

    @Override
    public void run() {
        do {
            try {
                topics.ensure(names);
                read();
            } catch (KafkaException e) {
                if (!isAway) {
                    LOG.warn("{} cannot read from Kafka at {}; it tries again", group, settings.bootstrap(), e);
                }
                isAway = true;
            } catch (RuntimeException e) {
                LOG.error("{} failed and begins anew", group, e);
            }
        } while (!left(AGAIN_MILLIS));
    }

    private boolean left(long millis) {
        try {
            return leaving.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void read() {
        windows.clear();
        var consumer = open();
        try {
            consumer.subscribe(names, new Rebalances(consumer));
            while (!left(0)) {
                take(consumer.poll(POLL));
                pauseWhatWaits(consumer);
                var offsets = toCommit(windows.keySet());
                if (!offsets.isEmpty()) {
                    consumer.commitAsync(offsets, (tried, failure) -> committed(tried.keySet(), failure));
                }
            }
        } finally {
            // Leaving gives the partitions back, which waits for what runs.
            consumer.close(CloseOptions.timeout(LEAVE));
        }
    }

    private Consumer<String, byte[]> open() {
        return new KafkaConsumer<>(
                settings.forClient(Map.of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                        CooperativeStickyAssignor.class.getName(),
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        10_000,
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                        1_000,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        MOST_AT_ONCE)),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private void take(ConsumerRecords<String, byte[]> records) {
        var taken = new ArrayList<Taken>(records.count());
        for (var record : records) {
            var window = windows.get(new TopicPartition(record.topic(), record.partition()));
            if (window != null) {
                window.take(record.offset());
                taken.add(new Taken(window, Letters.record(record)));
            }
        }
        if (!taken.isEmpty()) {
            applying.take(taken);
        }
    }

    private void pauseWhatWaits(Consumer<String, byte[]> consumer) {
        var paused = consumer.paused();
        windows.forEach((partition, window) -> {
            boolean full = window.size() >= MOST_WAITING;
            if (full && !paused.contains(partition)) {
                consumer.pause(Set.of(partition));
            } else if (!full && paused.contains(partition)) {
                consumer.resume(Set.of(partition));
            }
        });
    }

    private Map<TopicPartition, OffsetAndMetadata> toCommit(Collection<TopicPartition> partitions) {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var partition : partitions) {
            var window = windows.get(partition);
            if (window != null) {
                window.toCommit().ifPresent(offset -> offsets.put(partition, new OffsetAndMetadata(offset)));
            }
        }
        return offsets;
    }

    private void committed(Set<TopicPartition> partitions, Exception failure) {
        if (failure != null) {
            LOG.debug("{} could not commit and will again", group, failure);
            partitions.stream().map(windows::get).filter(Objects::nonNull).forEach(Window::commitAgain);
        }
    }

    private final class Rebalances implements ConsumerRebalanceListener {
        private final Consumer<String, byte[]> consumer;

        Rebalances(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (isAway) {
                isAway = false;
                LOG.info("{} reads from Kafka again", group);
            }
            if (!partitions.isEmpty()) {
                partitions.forEach(partition -> windows.put(partition, new Window()));
                applying.assigned();
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            close(partitions);
            var offsets = toCommit(partitions);
            partitions.forEach(windows::remove);
            if (!offsets.isEmpty()) {
                try {
                    consumer.commitSync(offsets, COMMIT);
                } catch (KafkaException e) {
                    LOG.warn("{} could not commit at the end; it will hear some events again", group, e);
                }
            }
        }

        /** Another has them already, and begins where the last commit was. */
        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            close(partitions);
            partitions.forEach(windows::remove);
        }

        private void close(Collection<TopicPartition> partitions) {
            var closing = partitions.stream()
                    .map(windows::get)
                    .filter(Objects::nonNull)
                    .toList();
            closing.forEach(Window::close);
            long end = System.nanoTime() + FINISH.toNanos();
            try {
                for (var window : closing) {
                    window.awaitQuiet(end);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
