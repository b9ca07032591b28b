package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
    private static final int STARTS = 20;
    private static final int LOOKS = 60;

    /** What is started: it waits for its end. */
    static final class Idle {
        private Idle() {}

        public static void main(String[] args) throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }

    @Test
    void child_behindACommandThatBecomesTheJvm_isSeenToRunFromItsStart(@TempDir Path root) {
        var child = new Child(Folder.open(root), "idle");
        for (int i = 0; i < STARTS; i++) {
            child.start(List.of("nice"), Idle.class, List.of("-Xmx16m"), List.of(), Map.of());
            try {
                for (int look = 0; look < LOOKS; look++) {
                    assertThat(child.handle()).as("start %d, look %d", i, look).isPresent();
                }
            } finally {
                child.stop(Duration.ofSeconds(5));
            }
            assertThat(child.handle()).isEmpty();
        }
    }
}
