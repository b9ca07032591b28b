package com.ecamazon.platform.testing;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Operation;
import com.ecamazon.dataserver.DataServer;
import com.ecamazon.platform.Ids;
import com.ecamazon.platform.Node;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.Settings;
import com.ecamazon.platform.bus.Answer;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * One JVM with a real data server and the given services on a real bus. Closing and opening it again on the same folder is a
 * restart. With {@code TEST_MONGO_URL} the documents go to that server instead, in databases named after the folder.
 */
public final class LocalPod implements AutoCloseable {
    /** The secret of the pods of tests. */
    public static final String SECRET = "a secret only for tests";

    private static final long SECONDS = 60;

    private final DataServer data;
    private final Node node;

    private LocalPod(DataServer data, Node node) {
        this.data = data;
        this.node = node;
    }

    /** Opens on a new temporary folder. */
    public static LocalPod open(Service... services) {
        try {
            return open(Files.createTempDirectory("ecamazon-test"), Map.of(), InstantSource.system(), services);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens on a folder, with settings and a clock. */
    public static LocalPod open(Path folder, Map<String, String> settings, InstantSource clock, Service... services) {
        var mongo = System.getenv("TEST_MONGO_URL");
        var data = DataServer.open(folder, 0);
        var all = new HashMap<String, String>();
        all.put("MONGO_URL", mongo == null ? data.url() : mongo);
        if (mongo != null) {
            all.put(
                    "MONGO_PREFIX",
                    "test-" + Integer.toHexString(folder.toString().hashCode()) + "-");
        }
        all.put("ECAMAZON_SECRET", SECRET);
        all.put("TRANSPORT", "nio");
        all.putAll(settings);
        var node = await(Node.alone(new Settings(all), clock));
        var pod = new LocalPod(data, node);
        for (var service : services) {
            pod.deploy(service);
        }
        return pod;
    }

    /** Adds a service while others run. */
    public void deploy(Service service) {
        await(node.deploy(service));
    }

    public Node node() {
        return node;
    }

    /** Where the documents of a domain are, for a Mongo client of the test's own. */
    public JsonObject database(Domain domain) {
        var settings = node.settings();
        return new JsonObject()
                .put("connection_string", settings.text("MONGO_URL", ""))
                .put("db_name", settings.text("MONGO_PREFIX", "") + domain.address());
    }

    /** Asks as another domain. */
    public <Q, R> R call(Domain as, Operation<Q, R> operation, Q request) {
        return await(send(Caller.domain(as), operation, request)).reply(operation);
    }

    /** Asks as a person. */
    public <Q, R> R call(Caller as, Operation<Q, R> operation, Q request) {
        return await(send(as, operation, request)).reply(operation);
    }

    /**
     * Sends a request; the answer is a reply or a problem. Like any caller it asks again, as the same operation, while a
     * domain is away or too late: a slow machine is no finding.
     */
    public <Q, R> Future<Answer> send(Caller as, Operation<Q, R> operation, Q request) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS / 2);
        return send(as, operation, request, Ids.random(), end);
    }

    private <Q, R> Future<Answer> send(Caller as, Operation<Q, R> operation, Q request, String operationId, long end) {
        return once(as, operation, request, operationId).transform(done -> {
            boolean away = done.failed()
                    || done.result().status() == 503
                    || done.result().status() == 504;
            return away && System.nanoTime() < end
                    ? node.vertx().timer(50).compose(waited -> send(as, operation, request, operationId, end))
                    : done.succeeded() ? Future.succeededFuture(done.result()) : Future.failedFuture(done.cause());
        });
    }

    /** Sends a request once. */
    public <Q, R> Future<Answer> once(Caller as, Operation<Q, R> operation, Q request) {
        return once(as, operation, request, Ids.random());
    }

    private <Q, R> Future<Answer> once(Caller as, Operation<Q, R> operation, Q request, String operationId) {
        var seal = node.seals().seal(as, node.sealUntil());
        return node.exchange().ask(operation, request, seal, operationId, "");
    }

    /** Waits until the condition holds; fails after some seconds. */
    public static void eventually(Supplier<Boolean> condition, String what) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!condition.get()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not come about in " + SECONDS + " s: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /** The result; fails with its failure, or after some seconds. */
    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("no result in " + SECONDS + " s", e);
        }
    }

    /** Stops the domains in order, then the data server. */
    @Override
    public void close() {
        await(node.close(Duration.ZERO));
        data.close();
    }
}
