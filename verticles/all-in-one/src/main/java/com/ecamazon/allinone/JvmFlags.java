package com.ecamazon.allinone;

import java.util.List;
import java.util.stream.Stream;

/** How the JVMs of a cluster on one machine are started. */
final class JvmFlags {
    /** What Hazelcast and Netty ask of a JDK 25. */
    private static final List<String> CLUSTERED = List.of(
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

    /** For a pod with this much heap. */
    static List<String> clustered(int heapMegabytes) {
        return Stream.concat(Stream.of("-Xmx" + heapMegabytes + "m"), CLUSTERED.stream())
                .toList();
    }

    /** For a process that joins no cluster. */
    static List<String> alone(int heapMegabytes) {
        return List.of(
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }
}
