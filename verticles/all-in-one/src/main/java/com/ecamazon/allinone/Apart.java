package com.ecamazon.allinone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A network for each pod of one cluster on this machine, so that a pod can be cut off: namespaces on a bridge, with addresses of
 * the range that RFC 2544 keeps for tests. The data server, the bank and the commands are at the bridge's own address. Needs
 * root and the command {@code ip}.
 */
final class Apart {
    /** What a cut pod is kept from. */
    enum Cut {
        BOTH,
        /** It can speak, but hears nobody. */
        IN,
        /** It hears, but nobody hears it. */
        OUT
    }

    private static final String NOTE = "apart";
    private static final int FIRST = 10;
    /** No device has it: what is sent there is heard by nobody, and its sender is not told. */
    private static final String NOBODY = "02:00:00:00:00:01";

    private final Folder folder;
    private final int pods;

    private Apart(Folder folder, int pods) {
        this.folder = folder;
        this.pods = pods;
    }

    /** The networks of the folder's cluster; when there are none, all its pods share the loopback. */
    static Optional<Apart> of(Folder folder) {
        return folder.noted(NOTE).map(noted -> new Apart(folder, Integer.parseInt(noted)));
    }

    /** Where what is no pod listens: the data server and the bank. */
    static String hostOf(Folder folder) {
        return of(folder).map(Apart::host).orElse("127.0.0.1");
    }

    /** Makes the bridge and the networks of so many pods. */
    static Apart make(Folder folder, int pods) {
        var apart = new Apart(folder, pods);
        apart.remove();
        var bridge = apart.bridge();
        run(
                List.of("ip", "-batch", "-"),
                Stream.concat(
                        Stream.of(
                                "link add " + bridge + " type bridge",
                                "addr add " + apart.host() + "/24 dev " + bridge,
                                "link set " + bridge + " up"),
                        IntStream.range(0, pods).boxed().flatMap(pod -> apart.wire(apart.name(pod)))));
        IntStream.range(0, pods)
                .forEach(pod -> apart.in(
                        pod,
                        Stream.of(
                                "link set lo up",
                                "addr add " + apart.address(pod) + "/24 dev eth0",
                                "link set eth0 up")));
        folder.note(NOTE, String.valueOf(pods));
        return apart;
    }

    private Stream<String> wire(String name) {
        return Stream.of(
                "netns add " + name,
                "link add " + name + " type veth peer name eth0 netns " + name,
                "link set " + name + " master " + bridge(),
                "link set " + name + " up");
    }

    /** Removes them; what is not there does not matter. */
    void remove() {
        attempt(
                List.of("ip", "-force", "-batch", "-"),
                Stream.concat(
                        IntStream.range(0, pods).mapToObj(pod -> "netns del " + name(pod)),
                        Stream.of("link del " + bridge())));
        folder.forget(NOTE);
    }

    /** The bridge's own address. */
    String host() {
        return "198.18." + folder.slot() + ".1";
    }

    String address(int pod) {
        return "198.18." + folder.slot() + "." + (FIRST + pod);
    }

    /** What a command is put behind to run in the pod's network. */
    List<String> within(int pod) {
        return List.of("ip", "netns", "exec", name(pod));
    }

    void cut(int pod, Cut cut) {
        switch (cut) {
            case BOTH -> run(List.of("ip", "-batch", "-"), Stream.of("link set " + name(pod) + " down"));
            case IN -> {
                run(List.of("ip", "-batch", "-"), Stream.of(toNobody(address(pod), bridge())));
                others(pod).forEach(other -> in(other, Stream.of(toNobody(address(pod), "eth0"))));
            }
            case OUT ->
                in(
                        pod,
                        Stream.concat(Stream.of(host()), others(pod).mapToObj(this::address))
                                .map(address -> toNobody(address, "eth0")));
        }
    }

    /** Undoes all cuts. */
    void mend() {
        run(
                List.of("ip", "-batch", "-"),
                Stream.concat(
                        Stream.of("neigh flush dev " + bridge() + " nud permanent"),
                        IntStream.range(0, pods).mapToObj(pod -> "link set " + name(pod) + " up")));
        IntStream.range(0, pods).forEach(pod -> in(pod, Stream.of("neigh flush dev eth0 nud permanent")));
    }

    private static String toNobody(String address, String device) {
        return "neigh replace " + address + " lladdr " + NOBODY + " dev " + device + " nud permanent";
    }

    private IntStream others(int pod) {
        return IntStream.range(0, pods).filter(other -> other != pod);
    }

    private String bridge() {
        return "ec" + folder.slot();
    }

    /** Of the pod's network, and of its end of the wire; a device's name has at most 15 letters. */
    private String name(int pod) {
        return bridge() + "-" + pod;
    }

    private void in(int pod, Stream<String> lines) {
        run(List.of("ip", "-n", name(pod), "-batch", "-"), lines);
    }

    private static void run(List<String> command, Stream<String> lines) {
        var failure = attempt(command, lines);
        if (!failure.isEmpty()) {
            throw new Refused("pods cannot be kept apart, which needs root and the command ip: " + failure);
        }
    }

    /** What went wrong, or nothing. */
    private static String attempt(List<String> command, Stream<String> lines) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
                input.write(lines.collect(Collectors.joining("\n", "", "\n")));
            }
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0
                    ? ""
                    : said.strip().lines().findFirst().orElse("no reason was given") + ".";
        } catch (IOException e) {
            return e.getMessage() + ".";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted.");
        }
    }
}
