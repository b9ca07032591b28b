package com.ecamazon.contract;

/** A return merchandise authorisation (RMA). */
public record ReturnNumber(String value) implements TextValue {
    public ReturnNumber {
        value = Require.text(value, "id", 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
