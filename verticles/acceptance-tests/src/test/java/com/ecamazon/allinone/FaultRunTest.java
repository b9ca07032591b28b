package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two minutes of faults under load, by the command: whatever breaks, what clients were told comes true. */
class FaultRunTest {
    private static final Duration LONGEST = Duration.ofMinutes(12);
    /** Of the first thousands, the one that restarts Stock in turn, pauses one instance of Payment and kills the other. */
    private static final String SEED = "3682";

    /** In a network of its own: a browser next to it that sees interfaces come and go gives up what it loads. */
    private static final List<String> ALONE =
            List.of("unshare", "--net", "sh", "-c", "ip link set lo up && exec \"$0\" \"$@\"");

    @Test
    void faults_ofTwoMinutes_loseNothing() throws IOException, InterruptedException {
        var report = Path.of("target", "fault-run.md").toAbsolutePath();
        var words = new ArrayList<>(mayBeAlone() ? ALONE : List.of());
        words.add(Path.of("..", "..", "ecamazon").toRealPath().toString());
        words.addAll(List.of("chaos", "--minutes", "2", "--seed", SEED, "--rate", "1", "--out", report.toString()));
        var chaos = new ProcessBuilder(words);
        chaos.environment().put("ECAMAZON_PACKAGED", "yes");
        var run = CommandRun.of(chaos, LONGEST);
        assertThat(run.status()).as(run.output() + run.errors()).isZero();
        assertThat(Files.readString(report))
                .contains("| of these lost or stuck | 0 |", "no breaches")
                .contains("| stock restarted in turn |", "| payment-2 paused |", "| payment-1 killed |");
    }

    private static boolean mayBeAlone() throws InterruptedException {
        var trial = new ArrayList<>(ALONE);
        trial.add("true");
        return CommandRun.succeeds(trial);
    }
}
