package com.ecamazon.contract;

/** A cart. Unguessable, so it is also the key to a guest's cart. */
public record CartId(String value) implements TextValue {
    public CartId {
        value = Require.text(value, "id", 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
