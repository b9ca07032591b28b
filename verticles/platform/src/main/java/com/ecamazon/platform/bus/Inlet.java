package com.ecamazon.platform.bus;

import com.ecamazon.contract.Event;
import com.ecamazon.contract.Topic;
import io.vertx.core.Future;
import java.util.List;

/** A way besides the bus by which events of other domains come to an instance, such as a durable log. */
public interface Inlet {
    /** Hears an event as if the bus had delivered it; fails with a problem when it is not acknowledged. */
    interface Ear {
        <E> Future<Void> hear(Topic<E> topic, Event<E> event);
    }

    /** The bus delivers all there is. */
    Inlet NONE = new Inlet() {
        @Override
        public void open(List<Topic<?>> topics, Ear ear) {}

        @Override
        public int parked() {
            return 0;
        }

        @Override
        public Future<Void> close() {
            return Future.succeededFuture();
        }
    };

    /** Begins to give what comes on these topics, on the event loop that opens it. */
    void open(List<Topic<?>> topics, Ear ear);

    /** How many of the events that came are parked because they cannot be applied. */
    int parked();

    /** Finishes what is being heard and gives nothing more. */
    Future<Void> close();
}
