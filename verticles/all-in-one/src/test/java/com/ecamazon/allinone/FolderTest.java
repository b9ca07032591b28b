package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {
    private static final int TIMES = 2_000;

    @TempDir
    Path root;

    @Test
    void note_readWhileItIsWritten_isNeverSeenInPart() throws InterruptedException {
        var folder = Folder.open(root);
        folder.note("pid-stock-1", "1 one");
        var writer = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < TIMES; i++) {
                folder.note("pid-stock-1", i % 2 == 0 ? "22 two" : "1 one");
            }
        });
        var seen = new HashSet<Optional<String>>();
        while (writer.isAlive()) {
            seen.add(folder.noted("pid-stock-1"));
        }
        writer.join();
        assertThat(seen).containsExactlyInAnyOrder(Optional.of("1 one"), Optional.of("22 two"));
        assertThat(folder.notes("pid-")).containsExactly("pid-stock-1");
    }
}
