package com.ecamazon.allinone;

import com.ecamazon.contract.Domain;
import com.ecamazon.dataserver.DataServer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code cluster ...}: each domain in JVMs of its own, joined over loopback, with one data server process and the bank. */
final class ClusterCommand {
    /** What can be killed that is no domain. */
    private static final Set<String> OUTSIDE = Set.of(ClusterStart.DATA_SERVER, BankProcess.NAME);

    void run(List<String> words) {
        if (words.isEmpty()) {
            throw new Refused(
                    "say what: cluster up, scale DOMAIN N [DOMAIN N ...], roll [DOMAIN] [--data DIR], kill DOMAIN [N], kill data-server, kill bank, cut DOMAIN [N], heal, status or down.");
        }
        var rest = words.subList(1, words.size());
        switch (words.getFirst()) {
            case "up" -> new ClusterStart(UpOptions.read(rest)).run();
            case "scale" -> scale(rest);
            case "roll" -> roll(rest);
            case "kill" -> kill(rest);
            case "cut" -> cut(rest);
            case "heal" -> heal();
            case "status" -> status();
            case "down" -> down();
            default -> throw new Refused("there is no command cluster " + words.getFirst() + ".");
        }
    }

    private static String dataUrl(Folder folder) {
        return DataServer.urlOf(Apart.hostOf(folder), folder.port(ClusterStart.DATA_PORT));
    }

    /** The folder of the cluster that was last started from this checkout. */
    private static Folder current() {
        return Folder.existing(Folder.standard())
                .flatMap(standard -> standard.noted(ClusterStart.CURRENT))
                .map(root -> started(Path.of(root)))
                .orElseThrow(ClusterCommand::noneRuns);
    }

    private static Folder started(Path root) {
        return Folder.existing(root.toAbsolutePath().normalize())
                .filter(folder -> !Child.all(folder).isEmpty())
                .orElseThrow(ClusterCommand::noneRuns);
    }

    private static Refused noneRuns() {
        return new Refused("no cluster runs; start one with ./ecamazon cluster up.");
    }

    private static SystemMap.Part part(List<String> words) {
        if (words.isEmpty()) {
            throw new Refused("say which domain.");
        }
        return SystemMap.ALL.stream()
                .filter(part -> part.service()
                        .domain()
                        .address()
                        .equals(words.getFirst().toLowerCase(Locale.ROOT)))
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

    /** Gives domains as many instances as each is to have; all of them start at the same time. */
    private void scale(List<String> words) {
        var counts = new LinkedHashMap<SystemMap.Part, Integer>();
        for (var rest = words; counts.isEmpty() || !rest.isEmpty(); rest = rest.subList(2, rest.size())) {
            var part = part(rest);
            int count = number(rest);
            if (count < 0 || count > 20) {
                throw new Refused("a domain has 0 to 20 instances, not " + count + ".");
            }
            counts.put(part, count);
        }
        var folder = current();
        var pods = pods(folder, port(folder));
        counts.entrySet().stream()
                .map(one -> pods.scale(one.getKey(), one.getValue()))
                .toList()
                .forEach(started -> started.forEach(PodSet.Started::ready));
        counts.forEach((part, count) ->
                System.out.println(part.service().domain().address() + " has " + count + " instances."));
    }

    /** A rolling restart of one domain, or of all; of a cluster that another checkout started, it is an update to this one. */
    private void roll(List<String> words) {
        int flag = words.indexOf("--data");
        var folder = flag < 0 ? current() : started(Path.of(UpOptions.value(words, flag + 1, "--data")));
        var domain = flag < 0 ? words : words.subList(0, flag);
        var pods = pods(folder, port(folder));
        var parts = domain.isEmpty() ? SystemMap.ALL : List.of(part(domain));
        for (var part : parts) {
            pods.roll(part);
            System.out.println(part.service().domain().address() + " was restarted.");
        }
    }

    private void kill(List<String> words) {
        var folder = current();
        var child = victim(folder, words);
        if (!child.kill()) {
            throw new Refused(child.name() + " does not run.");
        }
        System.out.println(child.name() + " was killed.");
    }

    private static Child victim(Folder folder, List<String> words) {
        if (!words.isEmpty() && OUTSIDE.contains(words.getFirst())) {
            return new Child(folder, words.getFirst());
        }
        var domain = part(words).service().domain();
        var running = PodSet.running(folder, domain);
        var name = domain.address() + "-" + (words.size() > 1 ? number(words) : 0);
        var victim = words.size() > 1
                ? running.stream().filter(child -> child.name().equals(name)).findFirst()
                : running.stream().findFirst();
        return victim.orElseThrow(() -> new Refused("no such instance of " + domain.address() + " runs."));
    }

    /** Cuts an instance off the others: both ways, or with {@code in} or {@code out} as the last word, one way. */
    private static void cut(List<String> words) {
        var folder = current();
        var apart = Apart.of(folder)
                .orElseThrow(() -> new Refused("the pods share one network; start them with cluster up --apart."));
        var way = Arrays.stream(Apart.Cut.values())
                .filter(one ->
                        !words.isEmpty() && one.name().toLowerCase(Locale.ROOT).equals(words.getLast()))
                .findFirst();
        var child = victim(folder, way.isPresent() ? words.subList(0, words.size() - 1) : words);
        apart.cut(PodSet.slot(folder, child), way.orElse(Apart.Cut.BOTH));
        System.out.println(child.name() + " is cut off.");
    }

    /** Undoes cuts and starts again what was killed, the store first. */
    private void heal() {
        var folder = current();
        Apart.of(folder).ifPresent(Apart::mend);
        var killed = Child.killed(folder).stream().map(Child::name).toList();
        if (killed.contains(ClusterStart.DATA_SERVER)) {
            ClusterStart.startData(folder);
        }
        int port = port(folder);
        if (killed.contains(BankProcess.NAME)) {
            new BankProcess(folder).start(port).ready();
        }
        var pods = pods(folder, port);
        killed.stream()
                .filter(name -> !OUTSIDE.contains(name))
                .map(name -> {
                    int dash = name.lastIndexOf('-');
                    return pods.start(
                            part(List.of(name.substring(0, dash))), Integer.parseInt(name.substring(dash + 1)));
                })
                .toList()
                .forEach(PodSet.Started::ready);
        System.out.println(killed.isEmpty() ? "nothing was killed." : String.join(", ", killed) + " run again.");
    }

    private static int port(Folder folder) {
        return folder.noted("port").map(Integer::parseInt).orElse(8080);
    }

    private static PodSet pods(Folder folder, int port) {
        var options = new UpOptions(port, folder.root(), false, false, false);
        return new PodSet(folder, DomainSettings.of(folder, new BankProcess(folder), dataUrl(folder), options));
    }

    private void status() {
        var folder = current();
        System.out.println(
                "data folder " + folder.root() + ", " + folder.noted("url").orElse("not ready"));
        System.out.println("data server " + dataUrl(folder));
        System.out.println("bank " + new BankProcess(folder).url());
        for (var child : Child.all(folder)) {
            System.out.printf(
                    "  %-18s %s%n",
                    child.name(),
                    child.handle().map(handle -> "runs, pid " + handle.pid()).orElse("gone"));
        }
    }

    private void down() {
        ClusterStart.stopAll(current());
        System.out.println("stopped.");
    }
}
