package com.ecamazon.allinone;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;

/** How the JVMs of the product are started: all alike, so that one cache of loaded classes serves them all. */
final class JvmFlags {
    /** The cache of classes, that nothing is printed where it does not fit, how far code is compiled, and large pages. */
    private static final List<String> PASSED_ON =
            List.of("-XX:AOTCache=", "-Xlog:aot", "-XX:TieredStopAtLevel=", "-XX:+UseTransparentHugePages");

    /** One that lacks memory ends, rather than go on in part. The rest is what Hazelcast and Netty ask of a JDK 25. */
    private static final List<String> ALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--add-modules",
            "java.se",
            "--add-exports",
            "java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-opens",
            "java.base/java.lang=ALL-UNNAMED",
            "--add-opens",
            "java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens",
            "java.management/sun.management=ALL-UNNAMED",
            "--add-opens",
            "jdk.management/com.sun.management.internal=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** How much the second compiler puts into one method. */
    private static final List<String> INLINING = List.of(
            "-XX:MaxInlineLevel=", "-XX:InlineSmallCode=", "-XX:FreqInlineSize=", "-XX:LiveNodeCountInliningCutoff=");

    private JvmFlags() {}

    /**
     * For a JVM that has little to do: the first tier compiles all there is. The second costs more in the first minutes than
     * such a JVM ever gets back, and the busy ones next to it wait meanwhile.
     */
    static List<String> ofQuiet(int heapMegabytes) {
        return Stream.concat(of(heapMegabytes).stream(), Stream.of("-XX:TieredStopAtLevel=1"))
                .toList();
    }

    /** For a busy JVM with code of great variety: less inlining, where this one has that too (decision 12). */
    static List<String> ofBusy(int heapMegabytes) {
        return Stream.concat(of(heapMegabytes).stream(), passedOn(INLINING)).toList();
    }

    /** For a JVM with this much heap; some of what this one was started with is passed on to it. */
    static List<String> of(int heapMegabytes) {
        return Stream.of(Stream.of("-Xmx" + heapMegabytes + "m"), passedOn(PASSED_ON), ALL.stream())
                .flatMap(flags -> flags)
                .toList();
    }

    private static Stream<String> passedOn(List<String> starts) {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> starts.stream().anyMatch(argument::startsWith));
    }
}
