package com.ecamazon.shipping;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.dispatching.DispatchingContract;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.OrderTokens;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.bus.Bindings;
import com.ecamazon.shipping.domain.TracedParcel;
import com.ecamazon.shipping.store.ReturnLabels;
import com.ecamazon.shipping.store.Returns;
import com.ecamazon.shipping.store.Shipments;
import com.ecamazon.shipping.store.TracedParcels;
import io.vertx.core.Future;

/** What Shipping serves, and by what. */
final class ShippingVerticle extends DomainVerticle {
    private final TracedParcels parcels;
    private final Returns returns;
    private final Tracing tracing;
    private final ReturnDesk returnDesk;
    private final LabelPrinter labelPrinter;
    private final AuditFacts auditFacts;

    ShippingVerticle(Platform platform) {
        super(platform, Domain.SHIPPING);
        var database = platform.database();
        var shipments = new Shipments(database);
        parcels = new TracedParcels(database);
        returns = new Returns(database);
        tracing = new Tracing(parcels, shipments, platform.bus(), platform.clock());
        returnDesk = new ReturnDesk(
                shipments, returns, new ReturnLabels(database), new OrderTokens(platform.secrets()), platform.clock());
        labelPrinter = new LabelPrinter(parcels, returns);
        auditFacts = new AuditFacts(parcels, shipments, returns);
    }

    @Override
    protected Future<?> prepare() {
        return Future.succeededFuture();
    }

    @Override
    protected void bind(Bindings bindings) {
        bindings.serve(
                ShippingContract.PARCEL,
                request -> parcel(request.body().sscc()).map(TracedParcel::shown));
        bindings.serve(
                ShippingContract.OWNER, request -> parcel(request.body().sscc()).map(TracedParcel::owner));
        bindings.serve(ShippingContract.PARCELS_PAGE, request -> parcels.page(request.body()));
        bindings.serve(ShippingContract.RECORD_EVENT, tracing::record);
        bindings.serve(ShippingContract.LABEL, labelPrinter::print);
        bindings.serve(
                ShippingContract.TRACKING,
                request -> parcel(request.body().sscc()).map(TracedParcel::tracking));
        bindings.serve(ShippingContract.OPEN_RETURN, returnDesk::open);
        bindings.serve(ShippingContract.RETURN, returnDesk::show);
        bindings.serve(ShippingContract.RETURNS_PAGE, request -> returns.page(request.body()));
        bindings.serve(ShippingContract.RECEIVE_RETURN, returnDesk::receive);
        bindings.serve(ShippingContract.PARCEL_FACTS, auditFacts::parcels);
        bindings.serve(ShippingContract.SHIPMENT_FACTS, auditFacts::shipments);
        bindings.serve(ShippingContract.RETURN_FACTS, auditFacts::returns);
        bindings.serve(
                ShippingContract.OUTBOXES,
                request -> platform.database().outboxes(request.body().before()));
        bindings.serve(ShippingContract.PARKED, request -> platform.database().parked());
        bindings.serve(ShippingContract.REDRIVE, request -> platform.database().redrive(request.body()));
        bindings.subscribe(StockContract.PARCELS, tracing::heard);
        bindings.subscribe(DispatchingContract.ROUNDS, tracing::happened);
        bindings.project(ReturnClaims.TOPIC, returnDesk::follow);
    }

    private Future<TracedParcel> parcel(Sscc sscc) {
        return parcels.find(sscc).map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())));
    }
}
