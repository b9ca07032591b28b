package com.ecamazon.contract;

/** A pick list: the units of one order in one depot. */
public record PickId(String value) implements TextValue {
    public PickId {
        value = Require.text(value, "id", 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
