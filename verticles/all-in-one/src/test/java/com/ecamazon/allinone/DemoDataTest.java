package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDataTest {
    @TempDir
    Path root;

    private DemoData kept;
    private Folder folder;

    @BeforeEach
    void keep() throws IOException {
        var rehearsed = Folder.open(root.resolve("rehearsal"));
        Files.writeString(rehearsed.data().resolve("store"), "a thousand products");
        kept = new DemoData(root.resolve("demo"));
        kept.keep(rehearsed);
        folder = Folder.open(root.resolve("folder"));
    }

    private Path store() {
        return folder.data().resolve("store");
    }

    @Test
    void enter_newFolder_getsACopyAndNeedsNoEntering() {
        kept.enter(folder);
        assertThat(store()).hasContent("a thousand products");
        assertThat(folder.isSeeded()).isTrue();
    }

    @Test
    void enter_folderWithData_isLeftAsItIs() throws IOException {
        Files.writeString(store(), "an order");
        kept.enter(folder);
        assertThat(store()).hasContent("an order");
        assertThat(folder.isSeeded()).isFalse();
    }

    @Test
    void enter_folderThatWasSeededAndEmptied_isLeftAsItIs() {
        folder.markSeeded();
        kept.enter(folder);
        assertThat(store()).doesNotExist();
    }

    @Test
    void enter_copyThatWasCutOff_isMadeAnew() throws IOException {
        var cutOff = Files.createDirectories(folder.root().resolve("data.part"));
        Files.writeString(cutOff.resolve("store"), "a thou");
        Files.writeString(cutOff.resolve("journal"), "x");
        kept.enter(folder);
        assertThat(store()).hasContent("a thousand products");
        assertThat(folder.data().resolve("journal")).doesNotExist();
        assertThat(cutOff).doesNotExist();
    }

    @Test
    void enter_freshFolder_getsACopyAgain() throws IOException {
        kept.enter(folder);
        Files.writeString(store(), "changed");
        folder.clear();
        kept.enter(folder);
        assertThat(store()).hasContent("a thousand products");
    }

    @Test
    void enter_nothingWasKept_isLeftToTheSeed() {
        new DemoData(root.resolve("none")).enter(folder);
        assertThat(store()).doesNotExist();
        assertThat(folder.isSeeded()).isFalse();
    }
}
