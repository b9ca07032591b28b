package com.ecamazon.platform.kafka;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.Settings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Looks at the log of moves, and writes into it, as anybody may who reaches the broker. */
final class LogProbe {
    private final KafkaSettings kafka;
    private final String name;

    LogProbe(Settings settings) {
        kafka = KafkaSettings.of(settings);
        name = kafka.topic(Shelf.MOVED.name());
    }

    /** Kafka's name of the topic. */
    String name() {
        return name;
    }

    void write(List<ProducerRecord<String, byte[]>> records) {
        try (var producer =
                new KafkaProducer<>(kafka.forClient(Map.of()), new StringSerializer(), new ByteArraySerializer())) {
            records.forEach(producer::send);
            producer.flush();
        }
    }

    /** How many records the domain's group has not acknowledged. */
    long lag(Domain domain) {
        try (var admin = Admin.create(kafka.forClient(Map.of()))) {
            var done = admin.listConsumerGroupOffsets(kafka.group(domain.address()))
                    .partitionsToOffsetAndMetadata()
                    .get();
            var partitions = admin.describeTopics(Set.of(name))
                    .allTopicNames()
                    .get()
                    .get(name)
                    .partitions();
            long lag = 0;
            for (var one : partitions) {
                var partition = new TopicPartition(name, one.partition());
                var end = admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                        .partitionResult(partition);
                var committed = done.get(partition);
                lag += end.get().offset() - (committed == null ? 0 : committed.offset());
            }
            return lag;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
