package com.ecamazon.auditor;

import com.ecamazon.auditor.store.AuditBook;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.auditor.AuditorContract;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.bus.Bindings;
import io.vertx.core.Future;

/** What the auditor serves. */
final class AuditorVerticle extends DomainVerticle {
    private final Auditing auditing;
    private final Witnessing witnessing;

    AuditorVerticle(Platform platform) {
        super(platform, Domain.AUDITOR);
        var pace = Pace.of(platform.settings());
        var reader = new FactReader(platform.vertx(), platform.bus());
        auditing = new Auditing(
                platform.vertx(),
                new AuditBook(platform.database()),
                reader,
                pace,
                platform.clock(),
                platform.metrics());
        witnessing = new Witnessing(reader);
    }

    @Override
    protected Future<?> prepare() {
        return Future.succeededFuture();
    }

    @Override
    protected void bind(Bindings bindings) {
        bindings.serve(AuditorContract.RUN, request -> auditing.run());
        bindings.serve(AuditorContract.LATEST, request -> auditing.latest());
        bindings.serve(AuditorContract.WITNESS, witnessing::hear);
    }

    @Override
    protected Future<?> started() {
        auditing.repeat();
        return Future.succeededFuture();
    }
}
