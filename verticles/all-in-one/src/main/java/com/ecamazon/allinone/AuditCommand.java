package com.ecamazon.allinone;

import com.ecamazon.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * {@code audit}: has the product that runs audited now and prints what does not add up, each with the documents involved. A
 * client's log, where one is given, is a witness of what was promised.
 */
final class AuditCommand {
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int LINES_AT_ONCE = 250;
    private static final byte[] NOTHING = Json.write(Json.object());

    private final @Nullable Path clientLog;
    private final Running product;

    AuditCommand(List<String> words) {
        Path log = null;
        Path data = null;
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "--client-log" -> log = Path.of(UpOptions.value(words, ++i, "--client-log"));
                case "--data" ->
                    data = Path.of(UpOptions.value(words, ++i, "--data"))
                            .toAbsolutePath()
                            .normalize();
                default ->
                    throw new Refused(
                            "cannot make sense of " + words.get(i) + "; say ./ecamazon audit [--client-log FILE].");
            }
        }
        clientLog = log;
        product = (data == null ? Running.fromCheckout("audit") : Running.on(data, "audit"))
                .orElseThrow(
                        () -> new Refused("nothing runs that could be audited; start it with ./ecamazon up first."));
    }

    /** Answers with the exit status: 1 when something does not add up. */
    int run() {
        var audit = audited();
        if (audit.path("verdict").asText().equals("incomplete")) {
            throw new Refused("the audit is incomplete: " + audit.path("reason").asText());
        }
        var breaches = new ArrayList<JsonNode>();
        audit.path("breaches").forEach(breaches::add);
        long found = audit.path("found").asLong();
        if (clientLog != null) {
            var testified = testimony(clientLog);
            breaches.addAll(testified);
            found += testified.size();
        }
        print(audit, breaches, found);
        return found == 0 ? 0 : 1;
    }

    /** One that began before it was asked for may not have seen all, so it is waited for and then asked for again. */
    private JsonNode audited() {
        var asked = Instant.now();
        var since = started();
        var audit = ended(since);
        return since.isBefore(asked.minusSeconds(1)) ? ended(started()) : audit;
    }

    private JsonNode ended(Instant since) {
        boolean done = Waiting.until(
                () -> {
                    var last = last();
                    return last.isObject()
                            && !Instant.parse(last.path("startedAt").asText()).isBefore(since);
                },
                LONGEST);
        if (!done) {
            throw new Refused("the audit does not end.");
        }
        return last();
    }

    private JsonNode last() {
        return product.get("/api/audits/latest").path("last");
    }

    private Instant started() {
        return Instant.parse(
                product.post("/api/audits", NOTHING).path("startedAt").asText());
    }

    private List<JsonNode> testimony(Path log) {
        var breaches = new ArrayList<JsonNode>();
        var batch = Json.object().putArray("lines");
        long number = 0;
        long shown = 0;
        try (BufferedReader lines = Files.newBufferedReader(log)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (witness(line, number, batch)) {
                    shown++;
                }
                if (batch.size() == LINES_AT_ONCE) {
                    send(batch, breaches);
                }
            }
        } catch (NoSuchFileException e) {
            throw new Refused("there is no file " + log + ".");
        } catch (IOException e) {
            throw new Refused("the file " + log + " cannot be read: " + e.getMessage());
        }
        send(batch, breaches);
        System.out.printf("client log: %d lines, %d show an order%n", number, shown);
        return breaches;
    }

    /** Whether the line shows an order; a request without an answer promises nothing. */
    private static boolean witness(String line, long number, ArrayNode batch) {
        try {
            var reply = Json.tree(line.getBytes(StandardCharsets.UTF_8));
            if (reply.path("number").asText("").isEmpty()) {
                return false;
            }
            var shown = batch.addObject()
                    .put("line", number)
                    .put("number", reply.path("number").asText())
                    .put("status", reply.path("status").asInt());
            if (reply.path("state").isTextual()) {
                shown.put("state", reply.path("state").asText());
            }
            return true;
        } catch (RuntimeException e) {
            System.err.println("client log line " + number + " is no JSON and is passed over");
            return false;
        }
    }

    private void send(ArrayNode batch, List<JsonNode> breaches) {
        if (!batch.isEmpty()) {
            var body = Json.object();
            body.set("lines", batch.deepCopy());
            product.post("/api/audits/witness", Json.write(body))
                    .path("breaches")
                    .forEach(breaches::add);
            batch.removeAll();
        }
    }

    private static void print(JsonNode audit, List<JsonNode> breaches, long found) {
        var checked = new StringJoiner(", ");
        audit.path("checked")
                .forEach(count -> checked.add(
                        count.path("number").asLong() + " " + count.path("what").asText()));
        System.out.println("audited: " + checked);
        for (var breach : breaches) {
            var documents = new StringJoiner("; ");
            breach.path("documents").forEach(document -> documents.add(document.asText()));
            System.out.printf(
                    "%-4s %s%n     %s%n",
                    breach.path("invariant").asText(), breach.path("sentence").asText(), documents);
        }
        if (found > breaches.size()) {
            System.out.println("... and " + (found - breaches.size()) + " more");
        }
        audit.path("unsettled").forEach(one -> System.out.println("changed too often to be judged: " + one.asText()));
        audit.path("notYet")
                .forEach(one -> System.out.println("not there yet: "
                        + one.path("invariant").asText() + " " + one.path("why").asText()));
        System.out.println(found == 0 ? "no breaches" : found + (found == 1 ? " breach" : " breaches"));
    }
}
