package com.ecamazon.contract;

/** A stop of a round. */
public record StopId(String value) implements TextValue {
    public StopId {
        value = Require.text(value, "id", 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
