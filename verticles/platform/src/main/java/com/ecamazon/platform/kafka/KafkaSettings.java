package com.ecamazon.platform.kafka;

import com.ecamazon.platform.Settings;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * Where Kafka is and how its topics are made.
 *
 * @param prefix of topics and groups, for several shops on one Kafka
 * @param partitions of a topic that is made; never more later, or the order of an aggregate is lost
 * @param client what every client is told besides, such as how to sign in
 */
record KafkaSettings(String bootstrap, String prefix, int partitions, short replication, Map<String, String> client) {
    KafkaSettings {
        client = Map.copyOf(client);
    }

    static KafkaSettings of(Settings settings) {
        return new KafkaSettings(
                settings.text("KAFKA_BOOTSTRAP", ""),
                settings.text("KAFKA_PREFIX", ""),
                settings.integer("KAFKA_PARTITIONS", 6),
                (short) settings.integer("KAFKA_REPLICATION", 1),
                settings.secret("KAFKA_CLIENT_PROPERTIES")
                        .map(KafkaSettings::read)
                        .orElse(Map.of()));
    }

    private static Map<String, String> read(String text) {
        var read = new Properties();
        try {
            read.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("KAFKA_CLIENT_PROPERTIES cannot be read", e);
        }
        var properties = new HashMap<String, String>();
        read.stringPropertyNames().forEach(name -> properties.put(name, read.getProperty(name)));
        return properties;
    }

    /** What a client is told: how Kafka is reached, then its own, then what the operator says. */
    Map<String, Object> forClient(Map<String, Object> own) {
        var all = new HashMap<String, Object>();
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        all.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        all.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, 2_000L);
        all.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        all.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        all.putAll(own);
        all.putAll(client);
        return all;
    }

    /** Kafka's name of a topic. */
    String topic(String name) {
        return prefix + name;
    }

    /** The consumer group of a domain. */
    String group(String domain) {
        return prefix + "ecamazon-" + domain;
    }
}
