package com.ecamazon.contract;

/**
 * Live news that may be lost: published to every instance that listens, never the only copy of a fact.
 *
 * @param name the bus address it is published at, such as {@code feed.stock}
 * @param news the record that is published
 */
public record Feed<N>(Domain domain, String name, Class<N> news) {
    @Override
    public String toString() {
        return name;
    }
}
