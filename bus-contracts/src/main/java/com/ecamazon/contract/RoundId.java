package com.ecamazon.contract;

/** A delivery round. */
public record RoundId(String value) implements TextValue {
    public RoundId {
        value = Require.text(value, "id", 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
