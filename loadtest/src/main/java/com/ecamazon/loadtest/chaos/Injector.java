package com.ecamazon.loadtest.chaos;

import com.ecamazon.loadtest.Product;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Makes the faults of a plan happen to the running cluster, each at its time, and undoes them at their ends. */
final class Injector {
    private final Product product;
    private final ChaosOptions options;
    private final Map<String, Integer> rolls = new HashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Fault> happened = new ArrayList<>();

    Injector(Product product, ChaosOptions options) {
        this.product = product;
        this.options = options;
    }

    /** What did not go as planned. */
    List<String> notes() {
        return notes;
    }

    /** Works through the plan, each fault for its time even when the one before took longer; done when the last is undone. */
    void run(List<Fault> plan, Timeline timeline) throws InterruptedException {
        for (var fault : plan) {
            await(timeline, fault.at());
            int begun = timeline.now();
            attempt(fault, () -> begin(fault));
            await(timeline, begun + fault.seconds());
            attempt(fault, () -> end(fault));
            happened.add(new Fault(begun, fault.kind(), fault.target(), timeline.now() - begun));
        }
    }

    /** The faults as they were made. */
    List<Fault> happened() {
        return happened;
    }

    private static void await(Timeline timeline, int second) throws InterruptedException {
        while (timeline.now() < second) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private interface Deed {
        void run() throws IOException, InterruptedException;
    }

    private void attempt(Fault fault, Deed deed) throws InterruptedException {
        try {
            deed.run();
        } catch (IOException e) {
            notes.add(fault.sentence() + " at " + fault.at() + " s: " + e.getMessage());
        }
    }

    private void begin(Fault fault) throws IOException, InterruptedException {
        switch (fault.kind()) {
            case KILL -> product.cluster("kill", domain(fault), number(fault));
            case STORE_DOWN -> product.cluster("kill", FaultPlan.DATA_SERVER);
            case PAUSE -> signal("STOP", fault.target());
            case CUT -> product.cluster("cut", domain(fault), number(fault));
            case CUT_IN -> product.cluster("cut", domain(fault), number(fault), "in");
            case CUT_OUT -> product.cluster("cut", domain(fault), number(fault), "out");
            case ROLL -> roll(fault.target());
            case BANK -> bank(HttpRequest.newBuilder().PUT(BodyPublishers.ofString(bankFaults())));
        }
    }

    private void end(Fault fault) throws IOException, InterruptedException {
        switch (fault.kind()) {
            case KILL, STORE_DOWN, CUT, CUT_IN, CUT_OUT -> product.cluster("heal");
            case PAUSE -> signal("CONT", fault.target());
            // The command ends when all is done.
            case ROLL -> {}
            case BANK -> bank(HttpRequest.newBuilder().DELETE());
        }
    }

    /** To the other version, where there is one, and at the next time back. */
    private void roll(String domain) throws IOException, InterruptedException {
        boolean goesThere = rolls.merge(domain, 1, Integer::sum) % 2 == 1;
        if (options.update().isPresent() && goesThere) {
            product.update(options.update().get(), domain);
        } else {
            product.cluster("roll", domain);
        }
    }

    private String bankFaults() {
        return new JsonObject()
                .put("timeoutBefore", 0.1)
                .put("timeoutAfter", 0.1)
                .put("duplicateCallbacks", 0.2)
                .put("reorderCallbacks", 2_000)
                .put("callbackBeforeReply", 0.05)
                .put("noCallback", 0.05)
                .put("seed", options.seed())
                .encode();
    }

    private static String domain(Fault fault) {
        return fault.target().substring(0, fault.target().lastIndexOf('-'));
    }

    private static String number(Fault fault) {
        return fault.target().substring(fault.target().lastIndexOf('-') + 1);
    }

    private void signal(String name, String target) throws IOException, InterruptedException {
        var pid = product.pidsNow().get(target);
        if (pid == null
                || new ProcessBuilder("kill", "-" + name, pid.toString())
                                .start()
                                .waitFor()
                        != 0) {
            throw new IOException(target + " does not run");
        }
    }

    private void bank(HttpRequest.Builder request) throws IOException, InterruptedException {
        var bank = product.bank();
        var key = Files.readString(product.data().resolve("secrets").resolve("bank-api-key"))
                .strip();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    request.uri(URI.create(bank + "/v1/faults"))
                            .header("Authorization", "Bearer " + key)
                            .header("Content-Type", "application/json")
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IOException("the bank says " + answer.statusCode() + " " + answer.body());
            }
        }
    }
}
