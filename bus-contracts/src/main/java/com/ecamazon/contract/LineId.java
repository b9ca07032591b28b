package com.ecamazon.contract;

/** A line of a cart or an order. */
public record LineId(String value) implements TextValue {
    public LineId {
        value = Require.text(value, "id", 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
