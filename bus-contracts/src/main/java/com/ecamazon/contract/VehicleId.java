package com.ecamazon.contract;

/** A van. */
public record VehicleId(String value) implements TextValue {
    public VehicleId {
        value = Require.text(value, "id", 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
