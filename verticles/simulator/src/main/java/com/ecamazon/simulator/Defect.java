package com.ecamazon.simulator;

/** A defect planted to see that it is found. */
enum Defect {
    NONE,

    /** The store acknowledges writes that it does not make. */
    LOST_WRITES,

    /** The store changes a document whatever its version is. */
    UNFENCED_STORE,

    /** The bank does what is asked as often as it is asked. */
    FORGETFUL_BANK;

    private static final int EACH = 7;

    boolean loses(int write) {
        return this == LOST_WRITES && write % EACH == 0;
    }
}
