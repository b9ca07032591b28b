package com.ecamazon.platform.kafka;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Topic;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.bus.Inlet;
import com.ecamazon.platform.data.ParkedRecords;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events that one instance of a domain hears from Kafka, as a member of the domain's group. */
final class KafkaInlet implements Inlet {
    private final KafkaSettings settings;
    private final Topics logs;
    private final Letters letters;
    private final Platform platform;
    private final Domain domain;
    private @Nullable Open open;

    /** What there is from opening to closing. */
    private record Open(Applier applier, ParkedRecords parked, GroupReader reader, Future<Void> left) {}

    KafkaInlet(KafkaSettings settings, Topics logs, Letters letters, Platform platform, Domain domain) {
        this.settings = settings;
        this.logs = logs;
        this.letters = letters;
        this.platform = platform;
        this.domain = domain;
    }

    @Override
    public void open(List<Topic<?>> heard, Ear ear) {
        var context = platform.vertx().getOrCreateContext();
        var topics = byName(heard);
        var group = settings.group(domain.address());
        var parked = platform.database().parkedRecords(domain);
        var applier = new Applier(platform.vertx(), letters, parked, platform.chance(), topics, ear);
        var reader = new GroupReader(settings, logs, group, topics.keySet(), new GroupReader.Applying() {
            @Override
            public void assigned() {
                context.runOnContext(run -> applier.assigned());
            }

            @Override
            public void take(List<GroupReader.Taken> records) {
                context.runOnContext(run -> applier.take(records));
            }
        });
        Promise<Void> left = Promise.promise();
        applier.open();
        Thread.ofPlatform().daemon().name(group).start(() -> {
            reader.run();
            context.runOnContext(run -> left.complete());
        });
        open = new Open(applier, parked, reader, left.future());
    }

    @SuppressWarnings("unchecked") // A topic's events are of its type.
    private Map<String, Topic<Object>> byName(List<Topic<?>> heard) {
        var topics = new HashMap<String, Topic<Object>>();
        heard.forEach(topic -> topics.put(settings.topic(topic.name()), (Topic<Object>) topic));
        return topics;
    }

    @Override
    public int parked() {
        return open == null ? 0 : open.parked.count();
    }

    @Override
    public Future<Void> close() {
        if (open == null) {
            return Future.succeededFuture();
        }
        open.applier.close();
        open.reader.leave();
        return open.left;
    }
}
