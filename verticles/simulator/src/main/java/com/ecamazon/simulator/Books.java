package com.ecamazon.simulator;

import java.util.ArrayList;
import java.util.List;

/** Whether all books agree. */
final class Books {
    private final World world;
    private final ClientLog log;

    Books(World world, ClientLog log) {
        this.world = world;
        this.log = log;
    }

    List<String> breaches() {
        return new ArrayList<>();
    }
}
