package com.ecamazon.allinone;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The data folder: {@code data/} (the data server's), {@code bank/} (the bank's), {@code secrets/}, {@code run/} (what runs
 * now), {@code logs/}. Cluster name and inner ports are its own, so two folders never meet.
 */
final class Folder {
    private static final int FIRST_PORT = 20_000;
    private static final int PORTS_PER_FOLDER = 64;
    /** So many that all stay below the ports which Linux gives to outgoing connections, from 32768. */
    private static final int SLOTS = 199;

    private static final String SLOT = "inner-ports";

    private final Path root;
    private final int slot;

    private Folder(Path root) {
        this.root = root;
        this.slot = noted(SLOT).map(Integer::parseInt).orElseGet(this::freeSlot);
    }

    /** The folder that is used when none is named: {@code data} in the checkout. */
    static Path standard() {
        return Path.of(System.getProperty("ecamazon.home", "."), "data")
                .toAbsolutePath()
                .normalize();
    }

    /** Opens the folder, making it when it is not there; refuses when it cannot be written. */
    static Folder open(Path root) {
        try {
            for (var part : new String[] {"data", "bank", "secrets", "run", "logs"}) {
                Files.createDirectories(root.resolve(part));
            }
            Files.delete(Files.createTempFile(root, "write", ".test"));
        } catch (IOException e) {
            throw new Refused("the data folder " + root + " cannot be written.");
        }
        var folder = new Folder(root);
        folder.note(SLOT, String.valueOf(folder.slot));
        return folder;
    }

    /** The folder, when something was started on it before. */
    static Optional<Folder> existing(Path root) {
        return Files.isDirectory(root.resolve("run")) ? Optional.of(new Folder(root)) : Optional.empty();
    }

    /** Removes all data, but not what runs. */
    void clear() {
        for (var part : new String[] {"data", "bank"}) {
            try (Stream<Path> files = Files.walk(root.resolve(part))) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    if (!file.equals(root.resolve(part))) {
                        Files.delete(file);
                    }
                }
            } catch (IOException e) {
                throw new Refused("the data in " + root + " cannot be removed: " + e.getMessage());
            }
        }
        delete("seeded");
    }

    Path root() {
        return root;
    }

    Path data() {
        return root.resolve("data");
    }

    Path bank() {
        return root.resolve("bank");
    }

    /** The file whose lock says that something runs here. */
    Path lock() {
        return root.resolve("run").resolve("lock");
    }

    Path log(String name) {
        return root.resolve("logs").resolve(name + ".log");
    }

    /** The file of a secret, made when first asked for and readable by its owner only. */
    Path secretFile(String name) {
        var file = root.resolve("secrets").resolve(name);
        if (!Files.exists(file)) {
            var bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            try {
                Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            } catch (IOException e) {
                throw new Refused("the data folder " + root + " cannot be written.");
            }
        }
        return file;
    }

    String secret(String name) {
        try {
            return Files.readString(secretFile(name)).strip();
        } catch (IOException e) {
            throw new Refused("the secret " + name + " in " + root + " cannot be read.");
        }
    }

    /** A name for the cluster of this folder. */
    String clusterName() {
        return "ecamazon-hz5.3-" + Integer.toHexString(root.toString().hashCode());
    }

    /** The n-th of the folder's inner ports. */
    int port(int n) {
        return FIRST_PORT + slot * PORTS_PER_FOLDER + n;
    }

    /** A number for the folder, from 0 to 198; kept from when it was first opened. */
    int slot() {
        return slot;
    }

    /** The first slot, from one that the path says, whose ports nobody uses. */
    private int freeSlot() {
        int first = Math.floorMod(root.toString().hashCode(), SLOTS);
        return IntStream.range(first, first + SLOTS)
                .map(number -> number % SLOTS)
                .filter(Folder::isFree)
                .findFirst()
                .orElseThrow(() -> new Refused("all inner ports of this machine are taken."));
    }

    private static boolean isFree(int slot) {
        int first = FIRST_PORT + slot * PORTS_PER_FOLDER;
        return IntStream.range(first, first + PORTS_PER_FOLDER).allMatch(port -> {
            // On all addresses, since pods may have networks of their own.
            try (var socket = new ServerSocket(port)) {
                return socket.isBound();
            } catch (IOException e) {
                return false;
            }
        });
    }

    /** Remembers something of what runs; who reads it meanwhile sees the text before or this one, and never a part. */
    void note(String name, String text) {
        var run = root.resolve("run");
        try {
            var written = Files.createTempFile(run, ".", name);
            Files.writeString(written, text);
            Files.move(written, run.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Refused("the data folder " + root + " cannot be written.");
        }
    }

    Optional<String> noted(String name) {
        try {
            return Optional.of(
                    Files.readString(root.resolve("run").resolve(name)).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void forget(String name) {
        delete("run/" + name);
    }

    /** Whether the demo's data was entered. */
    boolean isSeeded() {
        return Files.exists(root.resolve("seeded"));
    }

    void markSeeded() {
        try {
            Files.writeString(root.resolve("seeded"), "1");
        } catch (IOException e) {
            throw new Refused("the data folder " + root + " cannot be written.");
        }
    }

    /** The names of what is remembered that begin with this. */
    List<String> notes(String prefix) {
        try (Stream<Path> files = Files.list(root.resolve("run"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private void delete(String name) {
        try {
            Files.deleteIfExists(root.resolve(name));
        } catch (IOException e) {
            throw new Refused("the data folder " + root + " cannot be written.");
        }
    }
}
