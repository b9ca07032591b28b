package com.ecamazon.contract;

/** A sorting centre. */
public record CentreId(String value) implements TextValue {
    public CentreId {
        value = Require.text(value, "id", 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
