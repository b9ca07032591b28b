package com.ecamazon.shipping;

import com.ecamazon.contract.auditor.ParcelFacts.ConsignedFact;
import com.ecamazon.contract.auditor.ParcelFacts.Inspected;
import com.ecamazon.contract.auditor.ParcelFacts.ParcelPage;
import com.ecamazon.contract.auditor.ParcelFacts.ReturnFact;
import com.ecamazon.contract.auditor.ParcelFacts.ReturnPage;
import com.ecamazon.contract.auditor.ParcelFacts.ShipmentFact;
import com.ecamazon.contract.auditor.ParcelFacts.ShipmentPage;
import com.ecamazon.contract.auditor.ParcelFacts.Units;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.shipping.domain.Consigned;
import com.ecamazon.shipping.domain.ReturnCase;
import com.ecamazon.shipping.domain.Shipment;
import com.ecamazon.shipping.store.Returns;
import com.ecamazon.shipping.store.Shipments;
import com.ecamazon.shipping.store.TracedParcels;
import io.vertx.core.Future;

/** Shows the auditor what is stored. */
final class AuditFacts {
    private final TracedParcels parcels;
    private final Shipments shipments;
    private final Returns returns;

    AuditFacts(TracedParcels parcels, Shipments shipments, Returns returns) {
        this.parcels = parcels;
        this.shipments = shipments;
        this.returns = returns;
    }

    Future<ParcelPage> parcels(Request<Window> request) {
        return parcels.onFile(request.body());
    }

    Future<ShipmentPage> shipments(Request<Window> request) {
        return shipments
                .slice(request.body())
                .map(slice -> new ShipmentPage(slice.shown(found -> shipment(found.state())), slice.next()));
    }

    Future<ReturnPage> returns(Request<Window> request) {
        return returns.slice(request.body())
                .map(slice -> new ReturnPage(slice.shown(found -> returned(found.state())), slice.next()));
    }

    private static ShipmentFact shipment(Shipment shipment) {
        return new ShipmentFact(
                shipment.order().value(),
                shipment.parcels().stream().map(AuditFacts::consigned).toList(),
                shipment.returns().stream().map(claim -> claim.number().value()).toList());
    }

    private static ConsignedFact consigned(Consigned parcel) {
        return new ConsignedFact(
                parcel.sscc().value(),
                parcel.lines().stream()
                        .map(line -> new Units(line.sku().value(), line.quantity()))
                        .toList(),
                !parcel.rounds().isEmpty(),
                parcel.delivered());
    }

    private static ReturnFact returned(ReturnCase found) {
        return new ReturnFact(
                found.number().value(),
                found.order().value(),
                found.state(),
                found.sscc().value(),
                found.inspected().stream()
                        .map(line -> new Inspected(line.sku().value(), line.quantity(), line.grade()))
                        .toList());
    }
}
