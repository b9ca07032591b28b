package com.ecamazon.dataserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file system of 32 MiB, which a test may fill and free. */
final class SmallDisk implements AutoCloseable {
    private static final int BLOCK = 4 << 10;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts it on a new folder; without the right to do that the test is skipped. */
    static SmallDisk mount(Path folder) throws IOException {
        Files.createDirectory(folder);
        String refusal = said("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", folder.toString());
        assumeTrue(refusal.isEmpty(), "no file system can be mounted here: " + refusal);
        return new SmallDisk(folder);
    }

    /** What a command that failed says; nothing when it succeeded. */
    private static String said(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? "" : output.strip() + " (exit " + process.exitValue() + ")";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A folder on it. */
    Path data() {
        return folder.resolve("data");
    }

    /** Takes the space, except for this much. */
    void fill(long left) throws IOException {
        try (FileChannel filler = FileChannel.open(filler(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long more = left() - left; more > 0; more = left() - left) {
                filler.write(ByteBuffer.allocate((int) Math.min(more, 1 << 20)));
            }
        } catch (IOException e) {
            // Somebody else was quicker to take the last of it.
            assertThat(left()).isLessThan(BLOCK);
        }
    }

    /** Gives back what {@link #fill} took. */
    void free() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    long left() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unmounts it, also under processes that have files open there. */
    @Override
    public void close() {
        assertThat(said("umount", "-l", folder.toString())).isEmpty();
    }
}
