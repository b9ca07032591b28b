package com.ecamazon.simulator;

/** The faults that are possible now. */
final class Weather {
    private Faults now = Faults.NONE;

    Faults now() {
        return now;
    }

    void becomes(Faults faults) {
        now = faults;
    }
}
