package com.ecamazon.platform;

import com.hazelcast.cluster.MembershipAdapter;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.config.Config;
import com.hazelcast.config.ServerSocketEndpointConfig;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.ConfigUtil;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.List;
import java.util.function.Consumer;

/**
 * The place of a node in the cluster, from settings. Hazelcast only says who is there and where addresses are served;
 * nothing of value is kept in it.
 */
final class Cluster {
    /** How long a pod looks for others before it founds a cluster; with 0, discovery by DNS does not look at all. */
    private static final String DNS_JOIN_WAIT_SECONDS = "5";

    /** How often those who were cut off look whether the others can be reached again. */
    private static final String LOOK_FOR_OTHERS_SECONDS = "5";

    private static final int COPIES = 2;
    private static final String LOOPBACK = "127.0.0.1";
    /** Hazelcast's usual one. */
    private static final int PORT = 5701;

    private final Settings settings;
    private final HazelcastClusterManager manager;

    Cluster(Settings settings) {
        this.settings = settings;
        this.manager = new HazelcastClusterManager(config());
    }

    HazelcastClusterManager manager() {
        return manager;
    }

    EventBusOptions busOptions() {
        var host = settings.text("POD_IP", LOOPBACK);
        int port = settings.integer("BUS_PORT", 0);
        var options = new EventBusOptions()
                .setHost(settings.text("BUS_BIND", host))
                .setPort(port)
                .setClusterPublicHost(host)
                .setConnectTimeout(500)
                .setClusterPingInterval(5_000)
                .setClusterPingReplyInterval(5_000);
        return port == 0 ? options : options.setClusterPublicPort(port);
    }

    void onLeft(Consumer<String> listener) {
        manager.getHazelcastInstance().getCluster().addMembershipListener(new MembershipAdapter() {
            @Override
            public void memberRemoved(MembershipEvent event) {
                var node = event.getMember().getAttribute("__vertx.nodeId");
                if (node != null) {
                    listener.accept(node);
                }
            }
        });
    }

    Config config() {
        var config = ConfigUtil.loadConfig();
        var dns = settings.text("CLUSTER_DNS");
        var joinWait = settings.text("CLUSTER_JOIN_WAIT_SECONDS", dns.isPresent() ? DNS_JOIN_WAIT_SECONDS : "0");
        config.setClusterName(settings.text("CLUSTER_NAME", "ecamazon-hz5.3"));
        config.setLiteMember(!settings.isOn("CLUSTER_DATA_MEMBER"));
        config.setProperty("hazelcast.logging.type", "slf4j")
                .setProperty("hazelcast.shutdownhook.enabled", "false")
                .setProperty("hazelcast.phone.home.enabled", "false")
                .setProperty("hazelcast.heartbeat.interval.seconds", "1")
                .setProperty("hazelcast.max.no.heartbeat.seconds", settings.text("CLUSTER_NO_HEARTBEAT_SECONDS", "10"))
                .setProperty("hazelcast.merge.first.run.delay.seconds", LOOK_FOR_OTHERS_SECONDS)
                .setProperty("hazelcast.merge.next.run.delay.seconds", LOOK_FOR_OTHERS_SECONDS)
                .setProperty("hazelcast.wait.seconds.before.join", joinWait)
                .setProperty("hazelcast.max.wait.seconds.before.join", joinWait)
                .setProperty("hazelcast.tcp.join.port.try.count", "1")
                .setProperty("hazelcast.operation.thread.count", "2")
                .setProperty("hazelcast.io.thread.count", "1")
                .setProperty("hazelcast.event.thread.count", "1");
        // Two members that die together take no row with them.
        config.getMultiMapConfig("__vertx.subs").setBackupCount(COPIES);
        config.getMapConfig("__vertx.nodeInfo").setBackupCount(COPIES);
        config.getSerializationConfig().setJavaSerializationFilterConfig(Deserialization.onlyVertx());
        listen(config);
        join(config);
        return config;
    }

    /** At the pod's own address only: Hazelcast would listen at every address of the machine. */
    private void listen(Config config) {
        config.setProperty("hazelcast.local.localAddress", settings.text("POD_IP", LOOPBACK))
                .setProperty("hazelcast.socket.server.bind.any", "false");
        // With Hazelcast's usual endpoint its only writer spins while a peer accepts a connection and says nothing, as
        // one that is paused does, and members lose each other (decision 17).
        config.getAdvancedNetworkConfig()
                .setEnabled(true)
                .setMemberEndpointConfig(
                        new ServerSocketEndpointConfig().setPort(port()).setPortAutoIncrement(false));
    }

    private void join(Config config) {
        var join = config.getAdvancedNetworkConfig().getJoin();
        join.getMulticastConfig().setEnabled(false);
        join.getAutoDetectionConfig().setEnabled(false);
        var dns = settings.text("CLUSTER_DNS");
        if (dns.isPresent()) {
            join.getKubernetesConfig()
                    .setEnabled(true)
                    .setProperty("service-dns", dns.get())
                    .setProperty("service-port", String.valueOf(port()));
        } else {
            var members =
                    settings.text("CLUSTER_MEMBERS", LOOPBACK + ":" + PORT).split(",", -1);
            join.getTcpIpConfig().setEnabled(true).setMembers(List.of(members));
        }
    }

    private int port() {
        return settings.integer("HAZELCAST_PORT", PORT);
    }
}
