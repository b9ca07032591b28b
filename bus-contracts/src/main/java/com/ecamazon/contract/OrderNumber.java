package com.ecamazon.contract;

/** The number of an order, for humans: EC and digits. */
public record OrderNumber(String value) implements TextValue {
    public OrderNumber {
        value = Require.text(value, "id", 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
