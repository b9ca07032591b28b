package com.ecamazon.contract.operations;

import static com.ecamazon.contract.Operation.command;
import static com.ecamazon.contract.Operation.query;
import static com.ecamazon.contract.Role.SUPPORT;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.operations.ParkedEvents.ParkedQuery;
import com.ecamazon.contract.operations.ParkedEvents.Parking;
import com.ecamazon.contract.operations.ParkedEvents.Redrive;
import com.ecamazon.contract.operations.ParkedEvents.Redriven;
import java.time.Duration;

/** What every domain serves that has topics of its own. */
public final class OperationsContract {
    private OperationsContract() {}

    /** How a domain shows which of its events are parked. */
    public static Operation<ParkedQuery, Parking> parked(Domain domain) {
        return query(
                        domain,
                        domain.address() + ".parked",
                        ParkedQuery.class,
                        Parking.class,
                        "Events that a subscriber keeps refusing")
                .get(path(domain))
                .roles(SUPPORT)
                .within(Duration.ofSeconds(5));
    }

    /** How a domain delivers again what is parked; to one instance, where two who ask at once share a run. */
    public static Operation<Redrive, Redriven> redrive(Domain domain) {
        return command(
                        domain,
                        domain.address() + ".redrive",
                        Redrive.class,
                        Redriven.class,
                        "Delivers parked events again")
                .post(path(domain) + "/redrive")
                .roles(SUPPORT)
                .within(Duration.ofSeconds(5))
                .routedBy(request -> "redrive");
    }

    private static String path(Domain domain) {
        return "/api/operations/" + domain.address() + "/parked";
    }
}
