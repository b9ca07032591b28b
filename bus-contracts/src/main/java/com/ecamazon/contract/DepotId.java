package com.ecamazon.contract;

/** A warehouse. */
public record DepotId(String value) implements TextValue {
    public DepotId {
        value = Require.text(value, "id", 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
