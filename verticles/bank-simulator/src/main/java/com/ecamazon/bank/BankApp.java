package com.ecamazon.bank;

import com.ecamazon.bank.store.JournalException;
import io.netty.channel.unix.Errors;
import io.vertx.core.Vertx;
import io.vertx.core.transport.Transport;
import java.io.IOException;
import java.net.BindException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * The bank as a process. Prints one line when it listens; SIGTERM ends open requests first. Says in one sentence why it
 * cannot start: status 2 for wrong options, 1 for anything else.
 */
public final class BankApp {

    private static final int WRONG_OPTIONS = 2;
    private static final int STOP_SECONDS = 10;

    private BankApp() {}

    public static void main(String[] args) throws InterruptedException {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "bank-logback.xml");
        }
        BankOptions options = options(args);
        Transport transport = transport();
        LoggerFactory.getLogger(BankApp.class).info("transport {}", transport.name());
        Vertx vertx = Vertx.builder().withTransport(transport).build();
        try {
            BankSimulator bank = BankSimulator.start(vertx, options)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(vertx, bank), "bank-stop"));
            System.out.println("bank ready at http://" + options.host() + ":" + bank.port());
        } catch (ExecutionException e) {
            exit(1, reason(options, e.getCause() == null ? e : e.getCause()));
        }
    }

    /** The one that asks the least of the kernel for each request, of those that work here. */
    static Transport transport() {
        return Stream.of(Transport.IO_URING, Transport.EPOLL)
                .filter(Objects::nonNull)
                .filter(Transport::available)
                .findFirst()
                .orElse(Transport.NIO);
    }

    private static BankOptions options(String[] args) {
        try {
            return CommandLine.read(args, System.getenv());
        } catch (IllegalArgumentException e) {
            throw exit(WRONG_OPTIONS, String.valueOf(e.getMessage()));
        }
    }

    private static String reason(BankOptions options, Throwable cause) {
        return switch (cause) {
            case JournalException journal -> String.valueOf(journal.getMessage());
            case BindException bind -> cannotListen(options, bind);
            case Errors.NativeIoException bind -> cannotListen(options, bind);
            default -> "Cannot start: " + cause;
        };
    }

    private static String cannotListen(BankOptions options, IOException why) {
        return "Cannot listen on " + options.host() + ":" + options.port() + ": " + why.getMessage();
    }

    private static void stop(Vertx vertx, BankSimulator bank) {
        CompletableFuture<Void> stopped =
                bank.close().eventually(vertx::close).toCompletionStage().toCompletableFuture();
        try {
            stopped.get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            System.err.println("bank: did not stop in order: " + e);
        }
    }

    /** Ends the process; never returns. */
    private static IllegalStateException exit(int status, String sentence) {
        System.err.println("bank: " + sentence);
        System.exit(status);
        return new IllegalStateException(sentence);
    }
}
