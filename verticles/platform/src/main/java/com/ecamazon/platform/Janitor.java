package com.ecamazon.platform;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import io.vertx.spi.cluster.hazelcast.impl.HazelcastRegistrationInfo;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops the bus's subscriptions of nodes that are gone, which stay behind when several nodes die at once (vertx-hazelcast
 * 196): each would cost its callers a full timeout. It works on the oldest data member only, and drops what it saw twice,
 * since a node may be on its way in or out.
 */
final class Janitor {
    private static final Logger LOG = LoggerFactory.getLogger(Janitor.class);
    private static final String SUBSCRIPTIONS = "__vertx.subs";
    private static final long EVERY_MILLIS = 5_000;

    private final HazelcastClusterManager manager;
    private final Counter dropped;
    private Set<Map.Entry<String, HazelcastRegistrationInfo>> suspects = Set.of();

    private Janitor(HazelcastClusterManager manager, MeterRegistry metrics) {
        this.manager = manager;
        this.dropped = Counter.builder("ecamazon.bus.stale.subscriptions")
                .description("Subscriptions of nodes that are gone, dropped by this node")
                .register(metrics);
    }

    /** Sweeps from now on; on a thread of its own, since Hazelcast blocks. */
    static void start(Vertx vertx, HazelcastClusterManager manager, MeterRegistry metrics) {
        var janitor = new Janitor(manager, metrics);
        WorkerExecutor thread = vertx.createSharedWorkerExecutor("janitor", 1);
        vertx.setPeriodic(
                EVERY_MILLIS,
                timer -> thread.executeBlocking(() -> {
                            janitor.sweep();
                            return true;
                        })
                        .onFailure(failure -> LOG.warn("subscriptions of nodes that are gone stay for now", failure)));
    }

    private void sweep() {
        var hazelcast = manager.getHazelcastInstance();
        if (!manager.isActive() || !isOldestDataMember(hazelcast)) {
            suspects = Set.of();
            return;
        }
        var rows = hazelcast.<String, HazelcastRegistrationInfo>getMultiMap(SUBSCRIPTIONS);
        // The nodes after the rows: who registered in between is there.
        var found = rows.entrySet();
        var nodes = Set.copyOf(manager.getNodes());
        var stale = found.stream()
                .filter(row -> !nodes.contains(row.getValue().unwrap().nodeId()))
                .collect(Collectors.toSet());
        for (var row : stale) {
            if (suspects.contains(row) && rows.remove(row.getKey(), row.getValue())) {
                dropped.increment();
                LOG.warn("dropped the subscription of {} to {}, a node that is gone", row.getValue(), row.getKey());
            }
        }
        suspects = stale;
    }

    /** Hazelcast lists members oldest first. */
    private static boolean isOldestDataMember(HazelcastInstance hazelcast) {
        return hazelcast.getCluster().getMembers().stream()
                .filter(member -> !member.isLiteMember())
                .findFirst()
                .filter(Member::localMember)
                .isPresent();
    }
}
