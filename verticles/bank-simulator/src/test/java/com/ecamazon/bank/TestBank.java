package com.ecamazon.bank;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A bank in this JVM, with a Vert.x of its own. */
final class TestBank implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final BankSimulator bank;

    TestBank(BankOptions options) {
        bank = await(BankSimulator.start(vertx, options));
    }

    /** A folder of the build that goes with it. */
    static Path freshFolder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target", "banks")), "bank");
    }

    BankClient client() {
        return new BankClient(bank.port());
    }

    @Override
    public void close() {
        await(bank.close());
        await(vertx.close());
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
