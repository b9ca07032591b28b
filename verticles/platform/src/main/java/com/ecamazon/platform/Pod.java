package com.ecamazon.platform;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process of a cluster that runs some domains; settings come from the environment. */
public final class Pod {
    private static final Logger LOG = LoggerFactory.getLogger(Pod.class);
    private static final Duration NOTICE = Duration.ofMillis(1_500);

    private Pod() {}

    /** Runs until it is told to stop; exits with 1 and one sentence when it cannot start. */
    public static void run(Service... services) {
        var settings = Settings.fromEnvironment();
        Node.clustered(settings, InstantSource.system())
                .compose(node -> start(node, List.of(services)))
                .onFailure(failure -> {
                    LOG.error("cannot start: {}", failure.getMessage(), failure);
                    // Not on the event loop, which the exit waits for.
                    new Thread(() -> System.exit(1), "exit").start();
                });
    }

    private static Future<?> start(Node node, List<Service> services) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node), "stop"));
        Future<Void> deployed = Future.succeededFuture();
        for (var service : services) {
            deployed = deployed.compose(done -> node.deploy(service));
        }
        return deployed.compose(done -> HealthServer.open(node))
                .onSuccess(done -> services.forEach(
                        service -> LOG.info("{} serves", service.domain().address())));
    }

    private static void stop(Node node) {
        try {
            node.close(NOTICE).toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("did not stop in order", e);
        }
    }
}
