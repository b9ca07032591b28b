package com.ecamazon.auditor.store;

import com.ecamazon.contract.auditor.Audits.Audit;
import com.ecamazon.contract.auditor.Audits.Latest;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.Versioned;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which audit runs and how the last one ended: one document, so that no two run. */
public final class AuditBook {
    private static final String ID = "audit";

    private final Documents<Page> documents;

    /** @param leaseUntil when the audit that runs is given up for lost */
    record Page(
            @Nullable Instant since,
            @Nullable Instant leaseUntil,
            @Nullable Audit last) {
        boolean isRunning(Instant now) {
            return since != null && leaseUntil != null && leaseUntil.isAfter(now);
        }

        boolean isOf(Instant audit) {
            return audit.equals(since);
        }
    }

    /**
     * The audit that runs now.
     *
     * @param fresh whether it is the caller's to run
     */
    public record Claim(Instant since, boolean fresh) {}

    public AuditBook(Database database) {
        documents = database.documents("audits", Page.class);
    }

    /** Begins an audit, unless one runs. */
    public Future<Claim> claim(Instant now, Duration lease) {
        return documents.decide(ID, page -> {
            if (page != null && page.since() != null && page.isRunning(now)) {
                return Decision.unchanged(new Claim(page.since(), false));
            }
            var next = new Page(now, now.plus(lease), page == null ? null : page.last());
            return Decision.change(next, new Claim(now, true));
        });
    }

    /** The audit still runs. */
    public Future<Boolean> keep(Instant since, Instant leaseUntil) {
        return documents.decide(
                ID,
                page -> page == null || !page.isOf(since)
                        ? Decision.unchanged(false)
                        : Decision.change(new Page(since, leaseUntil, page.last()), true));
    }

    /** The audit has ended; one that lost its lease is not written down. */
    public Future<Boolean> end(Instant since, Audit audit) {
        return documents.decide(
                ID,
                page -> page == null || !page.isOf(since)
                        ? Decision.unchanged(false)
                        : Decision.change(new Page(null, null, audit), true));
    }

    public Future<Latest> latest(Instant now) {
        return documents
                .find(ID)
                .map(found -> found.map(Versioned::state)
                        .map(page -> new Latest(page.isRunning(now) ? page.since() : null, page.last()))
                        .orElseGet(() -> new Latest(null, null)));
    }
}
