package com.ecamazon.auditor.domain;

import com.ecamazon.contract.auditor.Audits.NotYet;
import java.util.List;

/** The invariants, or parts of them, that nothing can break yet because their subject does not exist. */
public final class NotYetThere {
    public static final List<NotYet> ALL = List.of(
            new NotYet("M7", "There are no gift cards and no store credits."),
            new NotYet("M8", "Promotion codes have no limits of use."),
            new NotYet("S1", "Units are in a depot, a parcel, a van or at a customer; bins and totes are not counted."),
            new NotYet(
                    "P3", "Hand-overs have one side each: Shipping's and Dispatching's holders are compared instead."),
            new NotYet("P5", "The place of a proof is not required: a driver's phone may have none."),
            new NotYet("P6", "Drivers have no shifts."),
            new NotYet("P7", "There is no list of exceptions: a parcel must be known to Dispatching."),
            new NotYet("E3", "A parked event cannot be acknowledged; each one is a breach."),
            new NotYet("E7", "Users cannot be erased."));

    private NotYetThere() {}
}
