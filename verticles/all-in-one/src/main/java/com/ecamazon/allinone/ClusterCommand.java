package com.ecamazon.allinone;

import com.ecamazon.city.CityApp;
import com.ecamazon.contract.Domain;
import com.ecamazon.dataserver.DataServer;
import com.ecamazon.dataserver.DataServerApp;
import com.ecamazon.platform.Node;
import com.ecamazon.platform.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** {@code cluster ...}: each domain in JVMs of its own, joined over loopback, with one data server process and the bank. */
final class ClusterCommand {
    private static final int DATA_PORT = 0;
    private static final int DATA_HEAP = 512;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(20);

    void run(List<String> words) {
        if (words.isEmpty()) {
            throw new Refused("say what: cluster up, scale DOMAIN N, kill DOMAIN [N], status or down.");
        }
        var rest = words.subList(1, words.size());
        switch (words.getFirst()) {
            case "up" -> up(UpOptions.read(rest));
            case "scale" -> scale(rest);
            case "kill" -> kill(rest);
            case "status" -> status();
            case "down" -> down();
            default -> throw new Refused("there is no command cluster " + words.getFirst() + ".");
        }
    }

    private void up(UpOptions options) {
        Up.portIsFree(options.port());
        var folder = Folder.open(options.data());
        var bank = new BankProcess(folder);
        try (var _ = FolderClaim.of(folder)) {
            bank.stop();
            if (options.fresh()) {
                folder.clear();
            }
            try {
                start(options, folder, bank);
            } catch (Refused e) {
                stopAll(folder);
                throw e;
            }
        }
        Folder.open(Folder.standard()).note("cluster-data", folder.root().toString());
        Greeting.print("http://127.0.0.1:" + options.port(), folder, "Stop it with ./ecamazon cluster down.");
    }

    private static void start(UpOptions options, Folder folder, BankProcess bank) {
        var bankStarted = bank.start(options.port());
        startData(folder);
        var settings = DomainSettings.of(folder, bank, dataUrl(folder), options);
        remember(folder, options);
        var pods = new PodSet(folder, settings);
        // The first must be one that keeps the cluster's rows: the others find it, instead of each founding a cluster.
        pods.start(SystemMap.FOUNDER, 1).ready();
        SystemMap.DOMAINS.stream()
                .filter(part -> !part.equals(SystemMap.FOUNDER))
                .map(part -> pods.start(part, 1))
                .toList()
                .forEach(PodSet.Started::ready);
        bankStarted.ready();
        seed(folder, settings, pods);
        pods.start(SystemMap.GATEWAY, 1).ready();
        var url = "http://127.0.0.1:" + options.port();
        if (!Waiting.until(() -> Waiting.answers(url + "/health/ready"), LONGEST)) {
            throw new Refused("the cluster does not become ready.");
        }
        folder.note("url", url);
        if (options.city()) {
            var environment = new HashMap<>(settings);
            environment.put("GATEWAY_URL", url);
            new Child(folder, "city").start(CityApp.class, JvmFlags.of(128), List.of(), environment);
        }
    }

    private static void startData(Folder folder) {
        var child = new Child(folder, "data-server");
        var process = child.start(
                DataServerApp.class,
                JvmFlags.of(DATA_HEAP),
                List.of("--data", folder.data().toString(), "--port", String.valueOf(folder.port(DATA_PORT))),
                Map.of());
        boolean up = Waiting.until(() -> !process.isAlive() || isOpen(folder.port(DATA_PORT)), LONGEST);
        if (!up || !process.isAlive()) {
            throw new Refused("the data server does not start: " + child.lastWords());
        }
    }

    private static boolean isOpen(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String dataUrl(Folder folder) {
        return DataServer.urlOf(folder.port(DATA_PORT));
    }

    private static void seed(Folder folder, Map<String, String> settings, PodSet pods) {
        if (folder.isSeeded()) {
            return;
        }
        var own = new Settings(settings).with(pods.ownMembership());
        var node = Waiting.until(Node.clustered(own, InstantSource.system()), LONGEST, "the cluster cannot be joined");
        try {
            if (!Waiting.until(() -> SystemMap.DOMAINS.stream()
                            .allMatch(part -> node.exchange().directory().isServed(part.service().domain())), LONGEST)) {
                throw new Refused("not every domain has joined.");
            }
            new DemoSeed(folder, node).enter();
        } finally {
            Waiting.until(node.close(Duration.ZERO), LONGEST, "the cluster cannot be left");
        }
    }

    private static void remember(Folder folder, UpOptions options) {
        folder.note("port", String.valueOf(options.port()));
    }

    /** The folder of the cluster that was last started from this checkout. */
    private static Folder current() {
        return Folder.existing(Folder.standard())
                .flatMap(standard -> standard.noted("cluster-data"))
                .flatMap(root -> Folder.existing(Path.of(root)))
                .filter(folder -> !Child.all(folder).isEmpty())
                .orElseThrow(() -> new Refused("no cluster runs; start one with ./ecamazon cluster up."));
    }

    private static SystemMap.Part part(List<String> words) {
        if (words.isEmpty()) {
            throw new Refused("say which domain.");
        }
        return Stream.concat(SystemMap.DOMAINS.stream(), Stream.of(SystemMap.GATEWAY))
                .filter(part -> part.service().domain().address().equals(words.getFirst().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Refused("there is no domain " + words.getFirst() + "; there are "
                        + Arrays.stream(Domain.values()).map(Domain::address).toList() + "."));
    }

    private static int number(List<String> words) {
        try {
            return Integer.parseInt(words.get(1));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new Refused("say how many, as a number.");
        }
    }

    private void scale(List<String> words) {
        var part = part(words);
        int count = number(words);
        if (count < 0 || count > 20) {
            throw new Refused("a domain has 0 to 20 instances, not " + count + ".");
        }
        var folder = current();
        int port = folder.noted("port").map(Integer::parseInt).orElse(8080);
        var options = new UpOptions(port, folder.root(), false, false);
        new PodSet(folder, DomainSettings.of(folder, new BankProcess(folder), dataUrl(folder), options)).scale(part, count);
        System.out.println(part.service().domain().address() + " has " + count + " instances.");
    }

    private void kill(List<String> words) {
        var domain = part(words).service().domain();
        var folder = current();
        var running = PodSet.running(folder, domain);
        var name = domain.address() + "-" + (words.size() > 1 ? number(words) : 0);
        var victim = words.size() > 1
                ? running.stream().filter(child -> child.name().equals(name)).findFirst()
                : running.stream().findFirst();
        var child = victim.orElseThrow(() -> new Refused("no such instance of " + domain.address() + " runs."));
        if (!child.kill()) {
            throw new Refused(child.name() + " does not run.");
        }
        System.out.println(child.name() + " was killed.");
    }

    private void status() {
        var folder = current();
        System.out.println("data folder " + folder.root() + ", " + folder.noted("url").orElse("not ready"));
        System.out.println("data server " + dataUrl(folder));
        for (var child : Child.all(folder)) {
            System.out.printf(
                    "  %-18s %s%n",
                    child.name(), child.handle().map(handle -> "runs, pid " + handle.pid()).orElse("gone"));
        }
    }

    private void down() {
        stopAll(current());
        System.out.println("stopped.");
    }

    private static void stopAll(Folder folder) {
        new Child(folder, "city").stop(STOP);
        var pods = Stream.concat(Stream.of(SystemMap.GATEWAY), SystemMap.DOMAINS.stream())
                .flatMap(part -> PodSet.running(folder, part.service().domain()).stream())
                .toList();
        pods.forEach(pod -> pod.handle().ifPresent(ProcessHandle::destroy));
        pods.forEach(pod -> pod.stop(STOP));
        new BankProcess(folder).stop();
        new Child(folder, "data-server").stop(STOP);
        Child.all(folder).forEach(child -> child.stop(STOP));
        folder.forget("url");
    }
}
