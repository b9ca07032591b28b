package com.ecamazon.simulator;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Sku;
import com.ecamazon.simulator.store.Data;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the domains have stored on the morning of a schedule: goods in the catalogue and on the shelves. It is made once. */
final class Opening {
    private static final List<Domain> DOMAINS = List.of(Domain.STOCK, Domain.PAYMENT, Domain.SHIPPING, Domain.SHOP);
    private static final Instant NIGHT = Instant.parse("2026-11-22T05:00:00Z");
    private static final long LONGEST = TimeUnit.SECONDS.toMicros(10);
    private static final ThreadLocal<Map<Map<Sku, Integer>, Map<Domain, Data>>> MADE =
            ThreadLocal.withInitial(HashMap::new);

    private Opening() {}

    /** Stores of one's own for a plan. */
    static Map<Domain, Data> of(Plan plan) {
        var made = MADE.get().computeIfAbsent(plan.stock(), Opening::make);
        var own = new EnumMap<Domain, Data>(Domain.class);
        made.forEach((domain, data) -> own.put(domain, data.copy(plan.defect() != Defect.UNFENCED_STORE)));
        return own;
    }

    private static Map<Domain, Data> make(Map<Sku, Integer> stock) {
        var stores = new EnumMap<Domain, Data>(Domain.class);
        DOMAINS.forEach(domain -> stores.put(domain, new Data(true)));
        var world = new World(Plan.opening(stock), stores, NIGHT, false);
        var opened = new Depot(world, 0).open(stock);
        world.time().runUntil(LONGEST);
        if (!opened.succeeded()) {
            throw new IllegalStateException("the shop could not be opened", opened.cause());
        }
        return stores;
    }
}
