package com.ecamazon.loadtest.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What processes have spent, by their names, in microseconds of CPU since each was started. */
record Cpu(Map<String, Long> spent) {
    private static final long TICK_MICROS = 10_000;
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    /** Reads {@code /proc} now; a process that is gone has spent 0. */
    static Cpu of(Map<String, Long> pids) {
        var spent = new LinkedHashMap<String, Long>();
        pids.forEach((name, pid) -> spent.put(name, micros(pid)));
        return new Cpu(spent);
    }

    Cpu since(Cpu before) {
        var between = new LinkedHashMap<String, Long>();
        spent.forEach((name, micros) -> between.put(name, micros - before.spent.getOrDefault(name, 0L)));
        return new Cpu(between);
    }

    /** Less what the processes would have spent anyway in so many seconds, at so much a second. */
    Cpu above(Cpu each, double seconds) {
        var above = new LinkedHashMap<String, Long>();
        spent.forEach((name, micros) ->
                above.put(name, Math.max(0, micros - Math.round(each.spent.getOrDefault(name, 0L) * seconds))));
        return new Cpu(above);
    }

    /** What was spent in each of so many seconds. */
    Cpu each(int seconds) {
        var each = new LinkedHashMap<String, Long>();
        spent.forEach((name, micros) -> each.put(name, micros / seconds));
        return new Cpu(each);
    }

    long total() {
        return spent.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long micros(long pid) {
        try {
            var line = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            // The name of the program stands in brackets and may hold blanks; the fields count from behind it.
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) * TICK_MICROS;
        } catch (IOException e) {
            if (!Files.exists(Path.of("/proc", String.valueOf(pid)))) {
                return 0;
            }
            throw new UncheckedIOException(e);
        }
    }
}
