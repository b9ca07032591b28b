package com.ecamazon.loadtest.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/** A product as the ceilings serve it: 1.9 kB of JSON. */
record Sample(String id, String title, String description, Price price, int available, List<Variant> variants) {
    private static final ObjectMapper JSON = new ObjectMapper();

    record Price(long amount, String currency) {}

    record Variant(String sku, String title, Price price, int available) {}

    static Sample of() {
        var price = new Price(4_990, "EUR");
        return new Sample(
                "northmoor-lamp",
                "Northmoor Desk Lamp, Brass",
                "A lamp that stands where it is put. ".repeat(25),
                price,
                42,
                IntStream.range(0, 8)
                        .mapToObj(i -> new Variant("LAMP-00" + i, "Northmoor Desk Lamp, Brass, size " + i, price, 42))
                        .toList());
    }

    static byte[] bytes() {
        return write(of());
    }

    static byte[] write(Sample sample) {
        try {
            return JSON.writeValueAsBytes(sample);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Sample read(byte[] bytes) {
        try {
            return JSON.readValue(bytes, Sample.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
