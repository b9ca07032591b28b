package com.ecamazon.platform.data;

import com.ecamazon.contract.Event;
import com.ecamazon.contract.Topic;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** An event in a document's outbox. */
record Entry(Topic<?> topic, Event<Object> event) {
    static Entry of(Write.News<?> news, String id, long sequence, Instant now) {
        return new Entry(
                news.topic(), new Event<>(eventId(news.topic(), id, sequence), id, sequence, now, news.event()));
    }

    private static String eventId(Topic<?> topic, String id, long sequence) {
        return topic.name() + "/" + id + "/" + sequence;
    }

    JsonObject document() {
        return new JsonObject()
                .put("seq", event.sequence())
                .put("topic", topic.name())
                .put("at", event.time())
                .put("event", new Typed(event.data(), Shapes.of(topic.event())));
    }

    static Entry read(Outbox outbox, String id, JsonObject document) {
        var topic = outbox.topic(document.getString("topic"));
        long sequence = document.getLong("seq");
        Object data = ((Untyped) document.getValue("event")).as(Shapes.of(topic.event()));
        return new Entry(
                topic, new Event<>(eventId(topic, id, sequence), id, sequence, document.getInstant("at"), data));
    }
}
