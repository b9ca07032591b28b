package com.ecamazon.allinone;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.shop.Catalogue.ProductEntry;
import com.ecamazon.contract.stock.Levels.ReceivedItem;
import com.ecamazon.platform.json.Json;
import com.ecamazon.shop.feed.BadRow;
import com.ecamazon.shop.feed.IcecatFeed;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code import}: enters the products of a file into the product that runs, in batches that a request may carry. A row that
 * cannot be read is reported by its line and skipped; a repeat changes nothing.
 */
final class ImportCommand {
    private static final int SOME_SKIPPED = 3;
    private static final int BATCH_BYTES = 56_000;
    private static final int BATCH_ROWS = 200;
    private static final DepotId DEPOT = new DepotId("north");

    private final Path file;
    private final int stock;
    private final Running product;
    private final List<ProductEntry> batch = new ArrayList<>();
    private int batchBytes;
    private long rows;
    private long bad;
    private long created;
    private long changed;
    private long unchanged;

    ImportCommand(List<String> words) {
        Path named = null;
        Path data = Folder.standard();
        int units = 0;
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "--stock" -> units = number(UpOptions.value(words, ++i, "--stock"));
                case "--data" ->
                    data = Path.of(UpOptions.value(words, ++i, "--data"))
                            .toAbsolutePath()
                            .normalize();
                default -> {
                    if (named != null || words.get(i).startsWith("--")) {
                        throw new Refused(
                                "cannot make sense of " + words.get(i) + "; say ./ecamazon import FILE [--stock N].");
                    }
                    named = Path.of(words.get(i));
                }
            }
        }
        if (named == null) {
            throw new Refused("say which file: ./ecamazon import FILE [--stock N].");
        }
        file = named;
        stock = units;
        product = Running.on(data, "import").orElseThrow(ImportCommand::notRunning);
    }

    private static Refused notRunning() {
        return new Refused("nothing runs that could be imported into; start it with ./ecamazon up first.");
    }

    private static int number(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= 1_000_000) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through: it is not one.
        }
        throw new Refused("--stock must be a number from 0 to 1000000, not " + text + ".");
    }

    /** Answers with the exit status: {@link #SOME_SKIPPED} when a row was bad. */
    int run() {
        long start = System.nanoTime();
        try (var lines = new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                rows++;
                if (!line.isBlank()) {
                    read(line);
                }
            }
        } catch (NoSuchFileException e) {
            throw new Refused("there is no file " + file + ".");
        } catch (IOException e) {
            throw new Refused("the file " + file + " cannot be read: " + e.getMessage());
        }
        send();
        System.out.printf(
                "%n%d rows: %d products created, %d changed, %d as before, %d bad rows skipped, in %.1f s%n",
                rows, created, changed, unchanged, bad, (System.nanoTime() - start) / 1e9);
        return bad == 0 ? 0 : SOME_SKIPPED;
    }

    private InputStream open() throws IOException {
        var in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private void read(String line) {
        try {
            var product = IcecatFeed.read(line);
            int size = Json.write(product).length + 1;
            if (size > BATCH_BYTES) {
                skip("is larger than a request may be");
                return;
            }
            if (batchBytes + size > BATCH_BYTES || batch.size() == BATCH_ROWS) {
                send();
            }
            batch.add(product);
            batchBytes += size;
        } catch (BadRow e) {
            skip(e.getMessage());
        }
    }

    private void skip(@Nullable String reason) {
        bad++;
        System.err.println("\nline " + rows + ": " + reason);
    }

    private void send() {
        if (batch.isEmpty()) {
            return;
        }
        var body = Json.object();
        body.set("products", Json.tree(Json.write(batch)));
        var reply = post("/api/imports/products", Json.write(body));
        created += reply.path("created").asLong();
        changed += reply.path("changed").asLong();
        unchanged += reply.path("unchanged").asLong();
        if (stock > 0) {
            var units = batch.stream()
                    .flatMap(product -> product.variants().stream())
                    .map(variant -> new ReceivedItem(variant.sku(), DEPOT, stock))
                    .toList();
            var received = Json.object().put("reference", "import");
            received.set("items", Json.tree(Json.write(units)));
            post("/api/imports/stock", Json.write(received));
        }
        batch.clear();
        batchBytes = 0;
        System.out.printf("\r%d rows, %d created, %d changed, %d as before", rows, created, changed, unchanged);
    }

    private JsonNode post(String path, byte[] body) {
        try {
            return product.post(path, body);
        } catch (Refused e) {
            throw new Refused("the rows before line " + rows + " were not entered: " + e.getMessage());
        }
    }
}
