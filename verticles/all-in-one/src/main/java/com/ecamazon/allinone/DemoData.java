package com.ecamazon.allinone;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The demo's data as the rehearsal after a build entered it, beside the packaged product. A first start takes a copy, which
 * spares it some seconds; where there is none, {@link DemoSeed} enters all. There are no secrets in it: those are the folder's.
 */
final class DemoData {
    /** Data that is not the folder's own is not ours to fill with files. */
    private static final String OTHER_STORE = "MONGO_URL";

    private final Path kept;

    DemoData(Path kept) {
        this.kept = kept;
    }

    /** That of the build which this class comes from. */
    static DemoData ofBuild() {
        try {
            var place = DemoData.class.getProtectionDomain().getCodeSource().getLocation();
            return new DemoData(Path.of(place.toURI()).resolveSibling("demo"));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps what the folder's data server has on file; it must not run. */
    void keep(Folder folder) {
        try {
            copy(folder.data(), kept);
        } catch (IOException e) {
            throw new Refused("the demo's data cannot be kept: " + e.getMessage());
        }
    }

    /** Gives a folder a copy, unless it has data already. */
    void enter(Folder folder) {
        if (folder.isSeeded() || System.getenv(OTHER_STORE) != null || !Files.isDirectory(kept)) {
            return;
        }
        try {
            if (files(folder.data()).isEmpty()) {
                copy(kept, folder.data());
                folder.markSeeded();
            }
        } catch (IOException e) {
            throw new Refused("the demo's data cannot be copied to " + folder.root() + ": " + e.getMessage());
        }
    }

    /** The copy is complete or not there, whenever the process dies. */
    private static void copy(Path from, Path to) throws IOException {
        var copy = to.resolveSibling(to.getFileName() + ".part");
        Files.createDirectories(copy);
        for (var left : files(copy)) {
            Files.delete(left);
        }
        for (var file : files(from)) {
            var target = copy.resolve(file.getFileName());
            Files.copy(file, target);
            try (var channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
        Files.move(copy, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
