package com.ecamazon.dispatching;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.DriverId;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Role;
import com.ecamazon.dispatching.store.FleetList;
import io.vertx.core.Future;
import java.util.EnumSet;
import java.util.Set;

/** Whose round it is. */
final class Crew {
    private static final Set<Role> OFFICE = Set.copyOf(EnumSet.of(Role.DISPATCHER, Role.SUPPORT, Role.ADMIN));

    private final FleetList fleet;

    Crew(FleetList fleet) {
        this.fleet = fleet;
    }

    /** True for those who see every round. */
    static boolean isOffice(Caller caller) {
        return caller.hasAny(OFFICE);
    }

    /** Succeeds for the office and for this driver; for everybody else there is no such round. */
    Future<?> mustBe(Caller caller, DriverId driver) {
        if (isOffice(caller)) {
            return Future.succeededFuture();
        }
        return fleet.driver(driver).map(found -> {
            boolean own = found.isPresent()
                    && found.get().user() != null
                    && caller.is(found.get().user());
            if (!own) {
                throw new ProblemException(Problem.notFound());
            }
            return found;
        });
    }
}
