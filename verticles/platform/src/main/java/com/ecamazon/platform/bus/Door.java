package com.ecamazon.platform.bus;

import com.ecamazon.contract.Event;
import com.ecamazon.contract.Topic;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Where one instance of a domain is asked: what was bound to it is served from opening to closing. */
public interface Door extends Bindings {
    /** The projections of one's own topics, by the topic's name. */
    Map<String, Function<List<Event<Object>>, Future<?>>> projections();

    /** One's own topics that are heard here. */
    List<Topic<?>> ownTopics();

    /** Registers. */
    Future<Void> open();

    /** Takes the registrations back. */
    Future<Void> close();

    /** How many requests are being served. */
    int running();

    /** How many events that came here, and not by a relay that keeps them, are parked. */
    default int parked() {
        return 0;
    }

    /** How busy it was since the last reading. */
    Reading reading();
}
