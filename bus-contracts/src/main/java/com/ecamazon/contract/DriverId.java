package com.ecamazon.contract;

/** A driver. */
public record DriverId(String value) implements TextValue {
    public DriverId {
        value = Require.text(value, "id", 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
