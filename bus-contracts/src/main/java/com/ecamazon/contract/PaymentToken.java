package com.ecamazon.contract;

/** A payment method as the bank's vault names it. */
public record PaymentToken(String value) implements TextValue {
    public PaymentToken {
        value = Require.text(value, "id", 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
