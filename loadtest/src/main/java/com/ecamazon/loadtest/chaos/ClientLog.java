package com.ecamazon.loadtest.chaos;

import io.vertx.core.json.JsonObject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What clients were told, as JSON lines {@code {at, intent, key, status, number, state}}: the witness of what the shop
 * promised. It has no token and no name.
 */
final class ClientLog implements AutoCloseable {
    private final BufferedWriter out;
    private final Set<String> shown = new LinkedHashSet<>();

    ClientLog(Path file) throws IOException {
        out = Files.newBufferedWriter(file);
    }

    /** An answer to an order; status 0 when there was none. */
    synchronized void answered(String key, int status, JsonObject body) {
        var number = body.getString("number", "");
        if ((status == 201 || status == 202) && !number.isEmpty()) {
            shown.add(number);
        }
        var line = new JsonObject()
                .put("at", Instant.now().toString())
                .put("intent", "order")
                .put("key", key)
                .put("status", status)
                .put("number", number)
                .put("state", body.getString("state", ""));
        try {
            out.write(line.encode());
            out.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The orders that clients were shown. */
    synchronized Set<String> shown() {
        return Set.copyOf(shown);
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
