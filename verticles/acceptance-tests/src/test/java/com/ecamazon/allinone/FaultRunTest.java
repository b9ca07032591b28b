package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two minutes of faults under load, by the command: whatever breaks, what clients were told comes true. */
class FaultRunTest {
    private static final Duration LONGEST = Duration.ofMinutes(12);
    /** It restarts Notification in turn, cuts an instance off and kills one, where each pod may have a network of its own. */
    private static final String SEED = "1";

    @Test
    void faults_ofTwoMinutes_loseNothing() throws IOException, InterruptedException {
        var report = Path.of("target", "fault-run.md").toAbsolutePath();
        var chaos = new ProcessBuilder(
                Path.of("..", "..", "ecamazon").toRealPath().toString(),
                "chaos",
                "--minutes",
                "2",
                "--seed",
                SEED,
                "--rate",
                "2",
                "--out",
                report.toString());
        chaos.environment().put("ECAMAZON_PACKAGED", "yes");
        var run = CommandRun.of(chaos, LONGEST);
        assertThat(run.status()).as(run.output() + run.errors()).isZero();
        assertThat(Files.readString(report))
                .contains("| of these lost or stuck | 0 |", "restarted in turn |", "no breaches")
                .as("faults besides the restart")
                .containsPattern("\\| (killed|cut off|kept from|paused|misbehaves)");
    }
}
