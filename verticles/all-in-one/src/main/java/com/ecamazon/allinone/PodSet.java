package com.ecamazon.allinone;

import com.ecamazon.contract.Domain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The pods of one cluster on this machine: a JVM per instance, each with ports of its own out of the folder's. */
final class PodSet {
    private static final int HAZELCAST_PORT = 4;
    private static final int HEALTH_PORT = 32;
    private static final int SLOTS = 28;
    private static final int OWN_SLOT = 27;
    /** The first pods of these keep the cluster's rows of who serves what, and have the first slots. */
    private static final List<Domain> DATA_MEMBERS = List.of(Domain.USERS, Domain.SHIPPING, Domain.NOTIFICATION);

    /** Gateways have the slots from here; those before are for all other pods. */
    private static final int FIRST_OUTSIDE = 22;

    /** The most that can have networks of their own. */
    static final int PODS = FIRST_OUTSIDE;

    private static final int HEAP = 192;
    private static final int SHOP_HEAP = 640;
    private static final Duration START = Duration.ofSeconds(150);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final Folder folder;
    private final Map<String, String> settings;
    private final Optional<Apart> apart;

    PodSet(Folder folder, Map<String, String> settings) {
        this.folder = folder;
        this.settings = settings;
        this.apart = Apart.of(folder);
    }

    /** The running pods of a domain, first started first. */
    static List<Child> running(Folder folder, Domain domain) {
        return IntStream.range(1, SLOTS)
                .mapToObj(n -> new Child(folder, domain.address() + "-" + n))
                .filter(child -> child.handle().isPresent())
                .toList();
    }

    /** Starts the n-th pod of a domain; it is not waited for. */
    Started start(SystemMap.Part part, int n) {
        var domain = part.service().domain();
        int slot = isDataMember(domain, n) ? DATA_MEMBERS.indexOf(domain) : freeSlot(domain);
        var child = new Child(folder, domain.address() + "-" + n);
        folder.note("slot-" + slot, child.name());
        var environment = new HashMap<>(settings);
        environment.putAll(membership(slot, isDataMember(domain, n)));
        // The pods share the machine's cores: with more loops each, their sockets and verticles would only wake each
        // other.
        environment.put("EVENT_LOOPS", "1");
        environment.put("HEALTH_PORT", String.valueOf(folder.port(HEALTH_PORT + slot)));
        environment.put("HEALTH_HOST", address(slot));
        var within = isOutside(slot)
                ? List.<String>of()
                : apart.map(networks -> networks.within(slot)).orElse(List.of());
        var process = child.start(within, part.app(), flags(domain), List.of(), environment);
        return new Started(
                child, process, "http://" + address(slot) + ":" + folder.port(HEALTH_PORT + slot) + "/health/ready");
    }

    private static List<String> flags(Domain domain) {
        return switch (domain) {
            case SHOP -> JvmFlags.ofBusy(SHOP_HEAP);
            case STOCK, PAYMENT -> JvmFlags.ofBusy(HEAP);
            case GATEWAY -> JvmFlags.of(HEAP);
            case USERS, SHIPPING, DISPATCHING, NOTIFICATION, AUDITOR -> JvmFlags.ofQuiet(HEAP);
        };
    }

    /** A pod that was started. */
    record Started(Child child, Process process, String health) {
        /** Waits until it serves. */
        void ready() {
            boolean done = Waiting.until(() -> !process.isAlive() || Waiting.answers(health), START);
            if (!done || !process.isAlive()) {
                throw new Refused(child.name() + " does not start: " + child.lastWords());
            }
        }
    }

    /** The settings by which this command itself can join. */
    Map<String, String> ownMembership() {
        return membership(OWN_SLOT, false);
    }

    /** The settings of the first node of a cluster. */
    Map<String, String> founding() {
        return membership(0, true);
    }

    private Map<String, String> membership(int slot, boolean dataMember) {
        return Map.of(
                "POD_IP", address(slot),
                "CLUSTER_NAME", folder.clusterName(),
                "CLUSTER_DATA_MEMBER", String.valueOf(dataMember),
                "HAZELCAST_PORT", String.valueOf(folder.port(HAZELCAST_PORT + slot)),
                "CLUSTER_MEMBERS",
                        IntStream.range(0, DATA_MEMBERS.size())
                                .mapToObj(i -> address(i) + ":" + folder.port(HAZELCAST_PORT + i))
                                .collect(Collectors.joining(",")));
    }

    private static boolean isDataMember(Domain domain, int n) {
        return n == 1 && DATA_MEMBERS.contains(domain);
    }

    /** Gateways and commands are where their callers are. */
    private static boolean isOutside(int slot) {
        return slot >= FIRST_OUTSIDE;
    }

    private String address(int slot) {
        return isOutside(slot)
                ? Apart.hostOf(folder)
                : apart.map(networks -> networks.address(slot)).orElse("127.0.0.1");
    }

    /** The slot that a pod runs in. */
    static int slot(Folder folder, Child child) {
        return IntStream.range(0, OWN_SLOT)
                .filter(slot -> folder.noted("slot-" + slot)
                        .filter(child.name()::equals)
                        .isPresent())
                .filter(slot -> child.handle().isPresent())
                .findFirst()
                .orElseThrow(() -> new Refused(child.name() + " does not run."));
    }

    private int freeSlot(Domain domain) {
        int first = domain == Domain.GATEWAY ? FIRST_OUTSIDE : DATA_MEMBERS.size();
        int end = domain == Domain.GATEWAY ? OWN_SLOT : FIRST_OUTSIDE;
        for (int slot = first; slot < end; slot++) {
            var holder = folder.noted("slot-" + slot);
            if (holder.isEmpty() || new Child(folder, holder.get()).handle().isEmpty()) {
                return slot;
            }
        }
        throw new Refused("there are " + (end - first) + " such pods already, which is the most on one machine.");
    }

    /** Restarts the domain's pods one after the other, with one more of them meanwhile; done when all serve. */
    void roll(SystemMap.Part part) {
        var domain = part.service().domain();
        var running = running(folder, domain);
        if (running.isEmpty()) {
            throw new Refused("no instance of " + domain.address() + " runs.");
        }
        int last = running.stream().mapToInt(PodSet::number).max().getAsInt();
        var more = start(part, last + 1);
        more.ready();
        for (var child : running) {
            child.stop(STOP);
            start(part, number(child)).ready();
        }
        more.child().stop(STOP);
    }

    private static int number(Child child) {
        return Integer.parseInt(child.name().substring(child.name().lastIndexOf('-') + 1));
    }

    /** Starts or stops pods of a domain until there are so many; those that are started are not waited for. */
    List<Started> scale(SystemMap.Part part, int count) {
        var domain = part.service().domain();
        var running = running(folder, domain);
        running.subList(Math.min(count, running.size()), running.size())
                .reversed()
                .forEach(child -> child.stop(STOP));
        var started = new ArrayList<Started>();
        for (int n = 1; running.size() + started.size() < count; n++) {
            if (new Child(folder, domain.address() + "-" + n).handle().isEmpty()) {
                started.add(start(part, n));
            }
        }
        return started;
    }
}
