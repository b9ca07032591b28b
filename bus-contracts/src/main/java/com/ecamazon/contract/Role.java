package com.ecamazon.contract;

import java.util.EnumSet;
import java.util.Set;

/** What a signed-in person may do. */
public enum Role {
    CUSTOMER,
    WAREHOUSE,
    MERCHANDISER,
    SUPPORT,
    FINANCE,
    DISPATCHER,
    DRIVER,
    ADMIN;

    /** Everybody who works for the shop. */
    public static final Set<Role> STAFF = Set.copyOf(EnumSet.complementOf(EnumSet.of(CUSTOMER)));
}
