package com.ecamazon.contract;

/** A stock keeping unit: one variant of a product, the thing that is counted, picked and shipped. */
public record Sku(String value) implements TextValue {
    public Sku {
        value = Require.text(value, "sku", 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
