package com.ecamazon.contract;

/** A product of the catalogue; its variants have SKUs. */
public record ProductId(String value) implements TextValue {
    public ProductId {
        value = Require.text(value, "id", 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
