package com.ecamazon.contract.auditor;

import static com.ecamazon.contract.Domain.AUDITOR;
import static com.ecamazon.contract.Operation.command;
import static com.ecamazon.contract.Operation.query;
import static com.ecamazon.contract.Role.FINANCE;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Feed;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Topic;
import com.ecamazon.contract.auditor.Audits.Auditing;
import com.ecamazon.contract.auditor.Audits.Latest;
import com.ecamazon.contract.auditor.Audits.LatestQuery;
import com.ecamazon.contract.auditor.Audits.RunAudit;
import com.ecamazon.contract.auditor.Audits.Testimony;
import com.ecamazon.contract.auditor.Audits.Witness;
import com.ecamazon.contract.auditor.EventFacts.OutboxQuery;
import com.ecamazon.contract.auditor.EventFacts.Outboxes;
import java.time.Duration;
import java.util.List;

/** The operations of the auditor. */
public final class AuditorContract {
    public static final Operation<RunAudit, Auditing> RUN = command(
                    AUDITOR, "auditor.run", RunAudit.class, Auditing.class, "Checks now whether all adds up")
            .post("/api/audits")
            .roles(FINANCE);

    public static final Operation<LatestQuery, Latest> LATEST = query(
                    AUDITOR, "auditor.latest", LatestQuery.class, Latest.class, "The last audit")
            .get("/api/audits/latest")
            .roles(FINANCE);

    public static final Operation<Witness, Testimony> WITNESS = query(
                    AUDITOR,
                    "auditor.witness",
                    Witness.class,
                    Testimony.class,
                    "Compares what clients were shown with the orders")
            .post("/api/audits/witness")
            .roles(FINANCE)
            .within(Duration.ofSeconds(10));

    public static final List<Operation<?, ?>> OPERATIONS = List.of(RUN, LATEST, WITNESS);

    public static final List<Topic<?>> TOPICS = List.of();

    public static final List<Feed<?>> FEEDS = List.of();

    private AuditorContract() {}

    /** How a domain shows what it owes others to hear. */
    public static Operation<OutboxQuery, Outboxes> outboxes(Domain domain) {
        return query(
                        domain,
                        domain.address() + ".outboxes",
                        OutboxQuery.class,
                        Outboxes.class,
                        "What others have not heard yet")
                .internal(AUDITOR)
                .within(Duration.ofSeconds(5));
    }
}
