package com.ecamazon.loadtest.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Asks for paths in turn from 64 connections that each wait for their answer, by the program {@code wrk}. */
final class Wrk {
    static final int CONNECTIONS = 64;
    private static final Pattern NUMBER = Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

    private final Path script;
    private final URI url;

    Wrk(Path folder, String name, URI url, List<String> paths) throws IOException {
        this.url = url;
        var list = folder.resolve(name + ".paths");
        Files.write(list, paths);
        script = folder.resolve(name + ".lua");
        Files.writeString(script, """
                local paths = {}
                for line in io.lines("%s") do paths[#paths + 1] = wrk.format("GET", line) end
                local i = 0
                function request()
                  i = i %% #paths + 1
                  return paths[i]
                end
                function done(summary, latency, requests)
                  local e = summary.errors
                  print(string.format("RESULT %%d %%d %%d %%d %%d", summary.requests, summary.duration,
                    latency:percentile(50), latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
                end
                """.formatted(list));
    }

    /** Runs for so long and reads what these processes spend meanwhile. */
    Figure run(int seconds, Map<String, Long> pids) throws IOException, InterruptedException {
        var before = Cpu.of(pids);
        var process = new ProcessBuilder(
                        "wrk", "-t1", "-c" + CONNECTIONS, "-d" + seconds + "s", "-s", script.toString(), url.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var spent = Cpu.of(pids).since(before);
        var result = NUMBER.matcher(said);
        if (!result.find()) {
            throw new IOException("wrk said: " + said);
        }
        var timing = new Timing(
                Long.parseLong(result.group(1)),
                Long.parseLong(result.group(2)) / 1e6,
                Long.parseLong(result.group(3)) / 1e3,
                Long.parseLong(result.group(4)) / 1e3,
                Long.parseLong(result.group(5)));
        return Figure.of(timing, spent);
    }
}
