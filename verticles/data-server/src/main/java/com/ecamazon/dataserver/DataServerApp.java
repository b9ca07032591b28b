package com.ecamazon.dataserver;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The data server as a process of its own: {@code --data DIR --host ADDRESS --port N}; SIGTERM ends it in order. */
public final class DataServerApp {
    private DataServerApp() {}

    /** Serves until the process is told to end; exits with 2 and one sentence when it can't start. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            DataServer server = DataServer.open(
                    Path.of(option(arguments, "--data")),
                    option(arguments, "--host"),
                    port(option(arguments, "--port")));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "data-server-close"));
            server.lost().thenAccept(DataServerApp::end);
            System.out.println("data server ready at " + server.url());
        } catch (DataServerException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
        new CountDownLatch(1).await();
    }

    /** Whoever watches this process starts a new one, which has all that was acknowledged. */
    private static void end(Throwable cause) {
        System.err.println("The data file can't be used any more: " + cause.getMessage());
        Runtime.getRuntime().halt(1);
    }

    private static String option(String[] arguments, String name) {
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (arguments[i].equals(name)) {
                return arguments[i + 1];
            }
        }
        throw new DataServerException("Usage: --data DIR --host ADDRESS --port N; " + name + " is missing.");
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new DataServerException("The port must be a number from 0 to 65535, not " + text + ".");
        }
        return Integer.parseInt(text);
    }
}
