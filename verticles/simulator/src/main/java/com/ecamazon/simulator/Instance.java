package com.ecamazon.simulator;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.Host;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.bus.Door;
import com.ecamazon.platform.bus.Presence;
import io.vertx.core.Future;
import java.util.List;

/** Where one life of an instance is lived; it is asked over the simulated network. */
record Instance(Network network, Life life) implements Host {
    @Override
    public String id() {
        return "simulated";
    }

    @Override
    public Door door(Platform platform, Domain domain) {
        return new SimulatedDoor(platform.clock(), door -> network.register(domain, life, door));
    }

    @Override
    public void announce(Presence presence) {}

    @Override
    public List<Presence.Circuit> openCircuits() {
        return List.of();
    }

    @Override
    public Future<Void> selfTest(String instance) {
        return Future.succeededFuture();
    }

    @Override
    public boolean seesMajority() {
        return true;
    }
}
