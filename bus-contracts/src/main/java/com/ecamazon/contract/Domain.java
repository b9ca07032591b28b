package com.ecamazon.contract;

import java.util.Locale;

/** The domains of the shop. Each is a set of verticles in a pod of its own and is reached at its {@link #address()}. */
public enum Domain {
    STOCK,
    SHOP,
    USERS,
    PAYMENT,
    SHIPPING,
    DISPATCHING,
    NOTIFICATION,
    GATEWAY,
    AUDITOR;

    /** The bus address that any instance of the domain serves, such as {@code stock}. */
    public String address() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The domain served at an address; fails with {@link IllegalArgumentException} when there is none. */
    public static Domain at(String address) {
        return valueOf(address.toUpperCase(Locale.ROOT));
    }
}
