package com.ecamazon.allinone;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;

/** How the JVMs of the product are started: all alike, so that one cache of loaded classes serves them all. */
final class JvmFlags {
    /** The cache, and that nothing is printed where it does not fit. */
    private static final List<String> CLASS_CACHE = List.of("-XX:AOTCache=", "-Xlog:aot");


    /** What Hazelcast and Netty ask of a JDK 25. */
    private static final List<String> ALL = List.of(
            "-XX:+UseSerialGC",
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

    private JvmFlags() {}

    /** For a JVM with this much heap; it has the cache of classes that this one has. */
    static List<String> of(int heapMegabytes) {
        var cache = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> CLASS_CACHE.stream().anyMatch(argument::startsWith));
        return Stream.of(Stream.of("-Xmx" + heapMegabytes + "m"), cache, ALL.stream())
                .flatMap(flags -> flags)
                .toList();
    }
}
