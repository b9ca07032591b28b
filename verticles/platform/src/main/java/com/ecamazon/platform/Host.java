package com.ecamazon.platform;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.bus.Door;
import com.ecamazon.platform.bus.Presence;
import io.vertx.core.Future;
import java.util.List;

/** Where an instance of a domain lives: a node, or a simulated one. */
public interface Host {
    /** Its name. */
    String id();

    /** Where the instance is asked, once it opens. */
    Door door(Platform platform, Domain domain);

    /** Tells all others how the instance is. */
    void announce(Presence presence);

    /** The circuits that are not closed. */
    List<Presence.Circuit> openCircuits();

    /** Whether the instance answers on the bus. */
    Future<Void> selfTest(String instance);

    /** Whether it sees most of the cluster, or is in none. */
    boolean seesMajority();
}
