package com.ecamazon.contract;

/** A person with an account. */
public record UserId(String value) implements TextValue {
    public UserId {
        value = Require.text(value, "id", 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
