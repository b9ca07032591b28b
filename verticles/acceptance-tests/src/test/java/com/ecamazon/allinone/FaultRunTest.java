package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Two minutes of faults under load, by the command: whatever breaks, what clients were told comes true. */
class FaultRunTest {
    private static final Duration LONGEST = Duration.ofMinutes(12);
    /** Of the first thousands, the one that restarts Payment in turn, pauses a data member and kills a Payment. */
    private static final String SEED = "8278";
    /** With two retries they do not feel any of it; a cluster that falls apart refuses half of them or more. */
    private static final double LEAST_ANSWERED = 95;

    private static final Pattern ANSWERED =
            Pattern.compile("\\| of these with an answer after two retries or less \\| ([0-9.]+) %");

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
        var text = Files.readString(report);
        assertThat(text)
                .contains("| of these lost or stuck | 0 |", "no breaches")
                .contains("| payment restarted in turn |", "| notification-1 paused |", "| payment-1 killed |");
        assertThat(ANSWERED.matcher(text).results())
                .singleElement()
                .satisfies(found ->
                        assertThat(Double.parseDouble(found.group(1))).as(text).isGreaterThanOrEqualTo(LEAST_ANSWERED));
    }

    private static boolean mayBeAlone() throws InterruptedException {
        var trial = new ArrayList<>(ALONE);
        trial.add("true");
        return CommandRun.succeeds(trial);
    }
}
