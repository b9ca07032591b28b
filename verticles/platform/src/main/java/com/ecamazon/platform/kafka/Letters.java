package com.ecamazon.platform.kafka;

import com.ecamazon.contract.Event;
import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.Topic;
import com.ecamazon.platform.Secrets;
import com.ecamazon.platform.data.LogRecord;
import com.ecamazon.platform.json.Json;
import com.fasterxml.jackson.databind.JavaType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * How an event stands in the log: the aggregate's id as the key, the event's JSON as the value, and in headers its id, the
 * version of the contract and a signature. The signature has no end, since a log is read for days.
 */
final class Letters {
    /** The version of the contract and of this form; what is added to a record's fields does not change it. */
    static final String VERSION = "1";

    private static final String PURPOSE = "event-log:";
    private static final String ID_HEADER = "id";
    private static final String VERSION_HEADER = "version";
    private static final String SIGNATURE_HEADER = "signature";

    private final KafkaSettings settings;
    private final Secrets secrets;

    /** What a record turned out to be. */
    sealed interface Read {}

    /** An event of its topic's domain. */
    record Good(Topic<Object> topic, Event<Object> event) implements Read {}

    /**
     * Nothing that can be applied.
     *
     * @param ours whether it is signed, so that it may be an event of a newer version
     */
    record Bad(String reason, boolean ours) implements Read {}

    Letters(KafkaSettings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    <E> ProducerRecord<String, byte[]> write(Topic<E> topic, Event<E> event) {
        var value = Json.write(event, typeOf(topic));
        var record = new ProducerRecord<>(settings.topic(topic.name()), event.subject(), value);
        var text = new String(value, StandardCharsets.UTF_8);
        header(record.headers(), ID_HEADER, event.id());
        header(record.headers(), VERSION_HEADER, VERSION);
        header(
                record.headers(),
                SIGNATURE_HEADER,
                secrets.sign(purpose(topic), signed(topic, event.subject(), VERSION, text)));
        return record;
    }

    private static void header(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The record as it came. */
    static LogRecord record(ConsumerRecord<String, byte[]> record) {
        return new LogRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key() == null ? "" : record.key(),
                record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8),
                header(record.headers(), VERSION_HEADER),
                header(record.headers(), SIGNATURE_HEADER));
    }

    private static String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** What it is; throws nothing. */
    Read read(LogRecord record, Map<String, Topic<Object>> topics) {
        var topic = topics.get(record.topic());
        if (topic == null) {
            return new Bad("no topic that is heard here", false);
        }
        var text = signed(topic, record.key(), record.version(), record.value());
        if (!secrets.verify(purpose(topic), text, record.signature())) {
            return new Bad("not signed by " + topic.domain(), false);
        }
        if (!record.version().equals(VERSION)) {
            return new Bad("version " + record.version() + " of the contract is not known here", true);
        }
        try {
            Event<Object> event = Json.read(record.value().getBytes(StandardCharsets.UTF_8), typeOf(topic));
            return new Good(topic, event);
        } catch (InvalidRequest e) {
            return new Bad("cannot be read: " + e.getMessage(), true);
        }
    }

    private static JavaType typeOf(Topic<?> topic) {
        return Json.type(Event.class, topic.event());
    }

    private static String purpose(Topic<?> topic) {
        return PURPOSE + topic.domain();
    }

    /** The key may hold anything, so its length stands before it. */
    private static String signed(Topic<?> topic, String key, String version, String value) {
        return topic.name() + "\n" + version.length() + " " + version + "\n" + key.length() + " " + key + "\n" + value;
    }
}
