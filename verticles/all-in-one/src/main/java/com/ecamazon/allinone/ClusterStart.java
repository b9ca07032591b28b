package com.ecamazon.allinone;

import com.ecamazon.city.CityApp;
import com.ecamazon.dataserver.DataServer;
import com.ecamazon.dataserver.DataServerApp;
import com.ecamazon.platform.Node;
import com.ecamazon.platform.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * {@code cluster up}: starts all processes of a cluster. When it fails, or TERM or Ctrl-C cuts it off, all are stopped again.
 */
final class ClusterStart {
    /** The note in the standard folder that says which cluster was started last. */
    static final String CURRENT = "cluster-data";

    static final String DATA_SERVER = "data-server";
    static final int DATA_PORT = 0;

    private static final int DATA_HEAP = 512;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final UpOptions options;
    private final Folder folder;
    private final BankProcess bank;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean cutOff;

    ClusterStart(UpOptions options) {
        this.options = options;
        Up.portIsFree(options.port());
        this.folder = Folder.open(options.data());
        this.bank = new BankProcess(folder);
    }

    void run() {
        try (var _ = FolderClaim.of(folder)) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::cutOff, "stop"));
            var standard = Folder.open(Folder.standard());
            var before = standard.noted(CURRENT);
            try {
                // Noted first, so that cluster down finds what a start that was killed has left.
                standard.note(CURRENT, folder.root().toString());
                start();
            } catch (Refused e) {
                stopAll(folder);
                before.ifPresent(root -> standard.note(CURRENT, root));
                throw cutOff ? new Refused("stopped before it was ready.") : e;
            } finally {
                ended.countDown();
            }
        }
        Greeting.print(url(), folder, "Stop it with ./ecamazon cluster down.");
    }

    /** Stops what the start waits for, and when it has given up, what it had just been starting. */
    private void cutOff() {
        if (ended.getCount() > 0) {
            cutOff = true;
            stopAll(folder);
            try {
                if (!ended.await(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                    System.err.println("ecamazon: the start does not end.");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            stopAll(folder);
        }
    }

    private String url() {
        return "http://127.0.0.1:" + options.port();
    }

    private void start() {
        bank.stop();
        if (options.fresh()) {
            folder.clear();
        }
        Apart.of(folder).ifPresent(Apart::remove);
        if (options.apart()) {
            Apart.make(folder, PodSet.PODS);
        }
        folder.note("port", String.valueOf(options.port()));
        var bankStarted = bank.start(options.port());
        DemoData.ofBuild().enter(folder);
        startData(folder);
        var settings = DomainSettings.of(
                folder, bank, DataServer.urlOf(Apart.hostOf(folder), folder.port(DATA_PORT)), options);
        var pods = new PodSet(folder, settings);
        // The first must be one that keeps the cluster's rows: the others find it, instead of each founding a cluster.
        pods.start(SystemMap.FOUNDER, 1).ready();
        SystemMap.DOMAINS.stream()
                .filter(part -> !part.equals(SystemMap.FOUNDER))
                .map(part -> pods.start(part, 1))
                .toList()
                .forEach(PodSet.Started::ready);
        bankStarted.ready();
        seed(settings, pods);
        pods.start(SystemMap.GATEWAY, 1).ready();
        if (!Waiting.until(() -> cutOff || Waiting.answers(url() + "/health/ready"), LONGEST) || cutOff) {
            throw new Refused("the cluster does not become ready.");
        }
        folder.note("url", url());
        if (options.city()) {
            var environment = new HashMap<>(settings);
            environment.put("GATEWAY_URL", url());
            new Child(folder, "city").start(CityApp.class, JvmFlags.of(128), List.of(), environment);
        }
    }

    /** Starts the data server; done when it listens. */
    static void startData(Folder folder) {
        var child = new Child(folder, DATA_SERVER);
        var process = child.start(
                DataServerApp.class,
                JvmFlags.ofBusy(DATA_HEAP),
                List.of(
                        "--data", folder.data().toString(),
                        "--host", Apart.hostOf(folder),
                        "--port", String.valueOf(folder.port(DATA_PORT))),
                Map.of());
        boolean up = Waiting.until(
                () -> !process.isAlive() || isOpen(Apart.hostOf(folder), folder.port(DATA_PORT)), LONGEST);
        if (!up || !process.isAlive()) {
            throw new Refused("the data server does not start: " + child.lastWords());
        }
    }

    private static boolean isOpen(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral(host), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void seed(Map<String, String> settings, PodSet pods) {
        if (folder.isSeeded()) {
            return;
        }
        var own = new Settings(settings).with(pods.ownMembership());
        var node = Waiting.until(Node.clustered(own, InstantSource.system()), LONGEST, "the cluster cannot be joined");
        try {
            boolean joined = Waiting.until(
                    () -> cutOff
                            || SystemMap.DOMAINS.stream()
                                    .allMatch(part -> node.exchange()
                                            .directory()
                                            .isServed(part.service().domain())),
                    LONGEST);
            if (!joined) {
                throw new Refused("not every domain has joined.");
            }
            Waiting.until(new DemoSeed(folder, node).enter(), LONGEST, DemoSeed.FAILED);
        } finally {
            Waiting.until(node.close(Duration.ZERO), LONGEST, "the cluster cannot be left");
        }
    }

    /** Stops every process of the cluster in order. */
    static void stopAll(Folder folder) {
        new Child(folder, "city").stop(STOP);
        var pods = Stream.concat(Stream.of(SystemMap.GATEWAY), SystemMap.DOMAINS.stream())
                .flatMap(part -> PodSet.running(folder, part.service().domain()).stream())
                .toList();
        pods.forEach(pod -> pod.handle().ifPresent(ProcessHandle::destroy));
        pods.forEach(pod -> pod.stop(STOP));
        new BankProcess(folder).stop();
        new Child(folder, DATA_SERVER).stop(STOP);
        Child.all(folder).forEach(child -> child.stop(STOP));
        Apart.of(folder).ifPresent(Apart::remove);
        Child.killed(folder).forEach(Child::forgetKill);
        folder.forget("url");
    }
}
