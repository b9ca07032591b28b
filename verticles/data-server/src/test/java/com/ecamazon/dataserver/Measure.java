package com.ecamazon.dataserver;

import static com.ecamazon.dataserver.Client.await;

import com.sun.management.OperatingSystemMXBean;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.MongoClient;
import io.vertx.ext.mongo.WriteOption;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Measures the CPU time and the wall time of an operation, driver and server in this one JVM. */
final class Measure {
    private static final int DOCUMENTS = 2_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Client client;
    private final MongoClient mongo;

    private Measure(Client client) {
        this.client = client;
        this.mongo = client.mongo();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int operations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        Path folder = Files.createTempDirectory("measure");
        try (DataServer server = DataServer.open(folder, 0);
                Client client = new Client(server.url())) {
            Measure measure = new Measure(client);
            await(client.mongo().createIndex("orders", new JsonObject().put("outboxAt", 1)));
            await(client.mongo().createIndex("orders", new JsonObject().put("state.customer", 1)));
            measure.all(operations / 2, false);
            measure.all(operations, true);
        }
    }

    private void all(int operations, boolean printed) throws InterruptedException {
        String prefix = printed ? "o" : "warm";
        run(
                "insert, journaled",
                16,
                operations,
                printed,
                i -> mongo.insertWithOptions("orders", order(prefix + i), WriteOption.JOURNALED));
        for (int concurrent : new int[] {1, 16, 64}) {
            run(
                    "find by _id",
                    concurrent,
                    operations,
                    printed,
                    i -> mongo.findOne("orders", new JsonObject().put("_id", prefix + i % DOCUMENTS), null));
            run(
                    "update {_id, version}, journaled",
                    concurrent,
                    operations,
                    printed,
                    i -> client.update(
                            "orders",
                            new JsonObject().put("_id", prefix + i % DOCUMENTS).put("version", 1),
                            change()));
        }
        run(
                "pull from outbox",
                16,
                operations,
                printed,
                i -> mongo.updateCollection(
                        "orders",
                        new JsonObject().put("_id", prefix + i % DOCUMENTS),
                        new JsonObject()
                                .put("$pull", new JsonObject().put("outbox", new JsonObject().put("id", "event-1")))));
        run(
                "find by index",
                16,
                operations,
                printed,
                i -> mongo.find("orders", new JsonObject().put("state.customer", "customer-" + i % DOCUMENTS)));
    }

    private static JsonObject order(String id) {
        return new JsonObject()
                .put("_id", id)
                .put("version", 1)
                .put("state", state(id))
                .put("outbox", new JsonArray().add(event()))
                .put("outboxAt", new JsonObject().put("$date", Instant.now().toString()));
    }

    /** About 1.5 kB, as an order of three lines. */
    private static JsonObject state(String id) {
        JsonArray lines = new JsonArray();
        for (int i = 0; i < 3; i++) {
            lines.add(new JsonObject()
                    .put("sku", "SKU-000" + i)
                    .put("title", "A thing of some use, number " + i)
                    .put("quantity", i + 1)
                    .put("price", new JsonObject().put("minor", 1999L).put("currency", "EUR"))
                    .put("depot", "depot-" + i));
        }
        return new JsonObject()
                .put("customer", "customer-" + Math.floorMod(id.hashCode(), DOCUMENTS))
                .put("status", "placed")
                .put("lines", lines)
                .put(
                        "address",
                        new JsonObject()
                                .put("name", "Jo Doe")
                                .put("street", "Some Street 12")
                                .put("city", "Somewhere")
                                .put("zip", "12345")
                                .put("country", "DE"))
                .put("placedAt", new JsonObject().put("$date", Instant.now().toString()))
                .put(
                        "saga",
                        new JsonObject()
                                .put("step", "authorise")
                                .put("lease", "instance-1")
                                .put("tries", 0));
    }

    private static JsonObject event() {
        return new JsonObject().put("id", "event-1").put("type", "OrderPlaced").put("body", "z".repeat(200));
    }

    private static JsonObject change() {
        return new JsonObject()
                .put("$set", new JsonObject().put("state", state("x")).put("version", 1))
                .put(
                        "$push",
                        new JsonObject()
                                .put(
                                        "outbox",
                                        new JsonObject()
                                                .put("$each", new JsonArray().add(event()))
                                                .put("$slice", -3)));
    }

    private static void run(
            String name, int concurrent, int operations, boolean printed, IntFunction<Future<?>> operation)
            throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        long wall = System.nanoTime();
        long cpu = SYSTEM.getProcessCpuTime();
        long server = serverThreads();
        CountDownLatch done = new CountDownLatch(operations);
        IntStream.range(0, concurrent).forEach(_ -> loop(next, operations, operation, done));
        done.await();
        cpu = SYSTEM.getProcessCpuTime() - cpu;
        wall = System.nanoTime() - wall;
        server = serverThreads() - server;
        if (printed) {
            System.out.printf(
                    "%-34s %2d at a time: %6.1f us CPU (server %6.1f), %6.1f us wall each, %7.0f per second%n",
                    name,
                    concurrent,
                    cpu / 1e3 / operations,
                    server / 1e3 / operations,
                    wall / 1e3 / operations,
                    operations / (wall / 1e9));
        }
    }

    private static long serverThreads() {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith("data-server"))
                .mapToLong(thread -> THREADS.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }

    private static void loop(
            AtomicInteger next, int operations, IntFunction<Future<?>> operation, CountDownLatch done) {
        int i = next.getAndIncrement();
        if (i < operations) {
            operation.apply(i).onFailure(Throwable::printStackTrace).onComplete(_ -> {
                done.countDown();
                loop(next, operations, operation, done);
            });
        }
    }
}
