package com.ecamazon.gateway;

import com.ecamazon.contract.Away;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.gateway.WhatWorks;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.bus.Directory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What works at this moment: follows who serves, as the directory knows it, and asks nobody. */
final class WorkingNow {
    /** A part of the three seconds in which pages are to change. */
    private static final long LOOK_MILLIS = 200;

    /** Who looked away for so long may have missed what the others said. */
    private static final long STALLED_NANOS = 1_000_000_000;

    private final Platform platform;
    private final Directory directory;
    private final InstantSource clock;
    private Consumer<WhatWorks> change = works -> {};
    private long lookedAt = System.nanoTime();
    private volatile Moment moment = new Moment(Map.of(), WhatWorks.without(Set.of()));

    /**
     * What holds until somebody comes or goes.
     *
     * @param away the domains that nobody serves, and since when
     */
    private record Moment(Map<Domain, Instant> away, WhatWorks works) {}

    WorkingNow(Platform platform) {
        this.platform = platform;
        this.directory = platform.node().exchange().directory();
        this.clock = platform.clock();
    }

    /** Looks from now on, and tells of each change. */
    void follow(Consumer<WhatWorks> told) {
        change = told;
        platform.vertx().setPeriodic(LOOK_MILLIS, timer -> look());
    }

    WhatWorks works() {
        return moment.works();
    }

    /** The same, looked at anew; only on the gateway's own loop. */
    WhatWorks worksNow() {
        return look().works();
    }

    /** How old an answer's oldest part is, where it leans on what a domain told before it went away. */
    Optional<Duration> age(Operation<?, ?> operation) {
        var away = moment.away();
        return away.isEmpty()
                ? Optional.empty()
                : away.entrySet().stream()
                        .filter(one -> one.getKey() != operation.domain())
                        .filter(one -> operation.without(one.getKey()).equals(Optional.of(Away.LAST_KNOWN)))
                        .map(one -> Duration.between(one.getValue(), clock.instant()))
                        .max(Duration::compareTo);
    }

    private Moment look() {
        long before = lookedAt;
        lookedAt = System.nanoTime();
        if (lookedAt - before > STALLED_NANOS) {
            return moment;
        }
        var away = new EnumMap<Domain, Instant>(Domain.class);
        Arrays.stream(Domain.values())
                .filter(domain -> domain != Domain.GATEWAY && !directory.isHeard(domain))
                .forEach(domain -> away.put(domain, moment.away().getOrDefault(domain, clock.instant())));
        if (!away.keySet().equals(moment.away().keySet())) {
            moment = new Moment(Map.copyOf(away), WhatWorks.without(away.keySet()));
            change.accept(moment.works());
        }
        return moment;
    }
}
