package com.ecamazon.shop.feed;

import com.ecamazon.contract.shop.Catalogue.ProductEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The file of real products, where it is there: {@code -Dicecat=FILE}, or beside the checkout in {@code shared/data}. */
public final class RealProducts {
    private static final String PLACE = "shared/data/icecat/products.jsonl.gz";

    private RealProducts() {}

    /** Why a test that needs the file is skipped. */
    public static final String ABSENT = "the file of real products is not there: " + PLACE;

    /** The file, looked for upwards of the working folder. */
    public static Optional<Path> file() {
        var given = System.getProperty("icecat");
        if (given != null) {
            return Optional.of(Path.of(given)).filter(Files::isRegularFile);
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var file = folder.resolve(PLACE);
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** All products of the file; fails when a row is bad. */
    public static List<ProductEntry> read(Path file) {
        var products = new ArrayList<ProductEntry>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                products.add(IcecatFeed.read(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadRow e) {
            throw new IllegalStateException("row " + (products.size() + 1) + ": " + e.getMessage(), e);
        }
        return products;
    }
}
