package com.ecamazon.bank;

import com.ecamazon.bank.store.JournalException;
import com.ecamazon.bank.store.JournalFile;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** A running bank. */
public final class BankSimulator {

    private final Vertx vertx;
    private final String deployment;
    private final int port;

    private BankSimulator(Vertx vertx, String deployment, int port) {
        this.vertx = vertx;
        this.deployment = deployment;
        this.port = port;
    }

    /**
     * Reads the data folder and listens. Fails with {@link JournalException} when the folder is taken, unwritable or
     * unreadable, and with an {@link java.io.IOException} when the port is taken.
     */
    public static Future<BankSimulator> start(Vertx vertx, BankOptions options) {
        return vertx.executeBlocking(() -> open(options), false)
                .compose(opened -> deploy(vertx, options, Objects.requireNonNull(opened)));
    }

    private record Opened(JournalFile file, CardKey key) {}

    private static Opened open(BankOptions options) throws IOException {
        Path folder = options.data();
        JournalFile file = JournalFile.open(folder, options.compactAbove());
        try {
            return new Opened(file, CardKey.of(folder));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static Future<BankSimulator> deploy(Vertx vertx, BankOptions options, Opened opened) {
        BankVerticle bank = new BankVerticle(options, opened.file(), opened.key());
        return vertx.deployVerticle(bank)
                .map(id -> new BankSimulator(vertx, id, bank.port()))
                .recover(cause -> vertx.executeBlocking(() -> {
                            opened.file().close();
                            return true;
                        })
                        .transform(_ -> Future.failedFuture(cause)));
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** Ends open requests, writes what is left and gives the data folder free. */
    public Future<Void> close() {
        return vertx.undeploy(deployment);
    }
}
