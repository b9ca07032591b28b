package com.ecamazon.platform;

import static com.ecamazon.platform.testing.LocalPod.await;
import static com.ecamazon.platform.testing.LocalPod.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.platform.testing.LocalPod;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.multimap.MultiMap;
import io.vertx.core.spi.cluster.RegistrationInfo;
import io.vertx.spi.cluster.hazelcast.impl.HazelcastRegistrationInfo;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClusterTest {
    private static final String NAME = "test-cluster-" + ProcessHandle.current().pid();
    private static final String DROPPED = "ecamazon_bus_stale_subscriptions_total";

    @Test
    void config_rowsOfTheBus_haveTwoBackups() {
        var config = new Cluster(new Settings(Map.of())).config();
        assertThat(config.getMultiMapConfig("__vertx.subs").getBackupCount()).isEqualTo(2);
        assertThat(config.getMapConfig("__vertx.nodeInfo").getBackupCount()).isEqualTo(2);
    }

    @Test
    void config_joinWait_isAboveZeroWithDnsOnly() {
        assertThat(joinWait(Map.of())).isEqualTo("0");
        assertThat(joinWait(Map.of("CLUSTER_DNS", "cluster.example"))).isEqualTo("5");
        assertThat(joinWait(Map.of("CLUSTER_DNS", "cluster.example", "CLUSTER_JOIN_WAIT_SECONDS", "9")))
                .isEqualTo("9");
    }

    private static String joinWait(Map<String, String> settings) {
        var config = new Cluster(new Settings(settings)).config();
        assertThat(config.getProperty("hazelcast.max.wait.seconds.before.join"))
                .isEqualTo(config.getProperty("hazelcast.wait.seconds.before.join"));
        return config.getProperty("hazelcast.wait.seconds.before.join");
    }

    @Test
    void janitor_subscriptionOfANodeThatIsGone_isDroppedByTheOldestMember() {
        int founder = freePort();
        var oldest = join(founder, founder);
        var other = join(freePort(), founder);
        try {
            var members = members();
            eventually(
                    () -> members.stream()
                            .allMatch(member -> member.getCluster().getMembers().size() == 2),
                    "they meet");
            var rows = members.getFirst().<String, HazelcastRegistrationInfo>getMultiMap("__vertx.subs");
            var directory = rows.get("directory");
            assertThat(directory).hasSize(2);
            rows.put("directory", row("gone"));
            rows.put("stock", row("gone"));

            eventually(() -> isFreeOf(rows, "gone"), "the rows are dropped");
            assertThat(rows.get("directory")).containsExactlyInAnyOrderElementsOf(directory);
            eventually(() -> dropped(oldest) == 2, "they are counted");
            assertThat(dropped(other)).isZero();
        } finally {
            await(other.close(Duration.ZERO));
            await(oldest.close(Duration.ZERO));
        }
    }

    @Test
    void seesMajority_twoOfThreeGone_no() {
        int founder = freePort();
        var nodes = Stream.of(founder, freePort(), freePort())
                .map(port -> join(port, founder))
                .toList();
        var last = nodes.getFirst();
        try {
            eventually(() -> members().getFirst().getCluster().getMembers().size() == 3, "they meet");
            assertThat(nodes).allMatch(Node::seesMajority);
            await(nodes.getLast().close(Duration.ZERO));
            eventually(() -> members().getFirst().getCluster().getMembers().size() == 2, "one is gone");
            assertThat(last.seesMajority()).isTrue();
            await(nodes.get(1).close(Duration.ZERO));
            eventually(() -> !last.seesMajority(), "it is alone");
        } finally {
            nodes.forEach(node -> await(node.close(Duration.ZERO).otherwiseEmpty()));
        }
    }

    @Test
    void writer_aPeerAcceptsAndSaysNothing_rests() throws IOException {
        int silent = freePort();
        int own = freePort();
        var node = join(own, own, silent);
        try (var peer = new ServerSocket(silent, 1, InetAddress.getLoopbackAddress())) {
            peer.setSoTimeout(30_000);
            // It looks for others again and again, and finds one that was paused, as it were.
            try (var asked = peer.accept()) {
                assertThat(asked.getInputStream().readNBytes(3)).asString().isEqualTo("HZC");
                eventually(ClusterTest::writerRests, "who writes to all members has nothing to do");
            }
        } finally {
            await(node.close(Duration.ZERO));
        }
    }

    @Test
    void member_atAnotherAddressOfTheMachine_doesNotListen() {
        int port = freePort();
        var node = join(port, port);
        try {
            assertThat(listens("127.0.0.1", port)).isTrue();
            assertThat(listens("127.0.0.2", port)).isFalse();
        } finally {
            await(node.close(Duration.ZERO));
        }
    }

    private static boolean listens(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void members_thatLookInDns_meet() {
        int port = freePort();
        var nodes = Stream.of("127.0.0.1", "127.0.0.2")
                .map(address -> join(Map.of(
                        "POD_IP",
                        address,
                        "HAZELCAST_PORT",
                        String.valueOf(port),
                        "CLUSTER_DNS",
                        "localhost",
                        "CLUSTER_JOIN_WAIT_SECONDS",
                        "1")))
                .toList();
        try {
            assertThat(members())
                    .hasSize(2)
                    .allSatisfy(member ->
                            assertThat(member.getCluster().getMembers()).hasSize(2));
        } finally {
            nodes.forEach(node -> await(node.close(Duration.ZERO)));
        }
    }

    /** Whether the thread that writes to members spent less than a tenth of some time on a processor. */
    private static boolean writerRests() {
        var threads = ManagementFactory.getThreadMXBean();
        long writer = Arrays.stream(threads.dumpAllThreads(false, false))
                .filter(thread -> thread.getThreadName().endsWith("IO.thread-out-0"))
                .findFirst()
                .orElseThrow()
                .getThreadId();
        long before = threads.getThreadCpuTime(writer);
        long begun = System.nanoTime();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
        return threads.getThreadCpuTime(writer) - before < (System.nanoTime() - begun) / 10;
    }

    private static Node join(int port, Integer... members) {
        return join(Map.of(
                "HAZELCAST_PORT",
                String.valueOf(port),
                "CLUSTER_MEMBERS",
                Stream.of(members).map(member -> "127.0.0.1:" + member).collect(Collectors.joining(","))));
    }

    private static Node join(Map<String, String> place) {
        var settings = new HashMap<>(place);
        settings.put("ECAMAZON_SECRET", LocalPod.SECRET);
        settings.put("TRANSPORT", "nio");
        settings.put("CLUSTER_NAME", NAME);
        settings.put("CLUSTER_DATA_MEMBER", "true");
        return await(Node.clustered(new Settings(settings), InstantSource.system()));
    }

    private static List<HazelcastInstance> members() {
        return Hazelcast.getAllHazelcastInstances().stream()
                .filter(member -> member.getConfig().getClusterName().equals(NAME))
                .toList();
    }

    private static HazelcastRegistrationInfo row(String node) {
        return new HazelcastRegistrationInfo(new RegistrationInfo(node, 1, false));
    }

    private static boolean isFreeOf(MultiMap<String, HazelcastRegistrationInfo> rows, String node) {
        return rows.values().stream().noneMatch(row -> row.unwrap().nodeId().equals(node));
    }

    private static double dropped(Node node) {
        return node.metrics()
                .scrape()
                .lines()
                .filter(line -> line.startsWith(DROPPED + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(DROPPED.length())))
                .findFirst()
                .orElse(-1);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
