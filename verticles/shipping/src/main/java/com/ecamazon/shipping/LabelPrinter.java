package com.ecamazon.shipping;

import com.ecamazon.contract.Address;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.shipping.Parcels.Label;
import com.ecamazon.contract.shipping.Parcels.LabelQuery;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.shipping.domain.ReturnCase;
import com.ecamazon.shipping.domain.TracedParcel;
import com.ecamazon.shipping.store.Returns;
import com.ecamazon.shipping.store.TracedParcels;
import io.vertx.core.Future;
import java.util.List;
import java.util.stream.Stream;

/** Prints the labels of parcels and of returns. */
final class LabelPrinter {
    private final TracedParcels parcels;
    private final Returns returns;

    LabelPrinter(TracedParcels parcels, Returns returns) {
        this.parcels = parcels;
        this.returns = returns;
    }

    Future<Label> print(Request<LabelQuery> request) {
        var sscc = request.body().sscc();
        return parcels.find(sscc)
                .compose(found -> found.isPresent()
                        ? Future.succeededFuture(label(found.get()))
                        : returns.labelled(sscc)
                                .map(back -> label(back.orElseThrow(() -> new ProblemException(Problem.notFound())))));
    }

    private static Label label(TracedParcel parcel) {
        return new Label(LabelSvg.of(
                parcel.sscc(),
                List.of("ECAMazon", "Depot " + parcel.depot()),
                lines(parcel.recipient().address()),
                "%s · %.1f kg".formatted(parcel.order(), parcel.weightGrams() / 1_000.0)));
    }

    private static Label label(ReturnCase back) {
        return new Label(LabelSvg.of(
                back.sscc(),
                List.of("Return of order " + back.order()),
                List.of("ECAMazon", "Returns"),
                back.number().value()));
    }

    private static List<String> lines(Address address) {
        var second = address.street2();
        var streets = second == null ? Stream.of(address.street()) : Stream.of(address.street(), second);
        var town = Stream.of(address.postalCode() + " " + address.city(), address.country());
        return Stream.of(Stream.of(address.name()), streets, town)
                .flatMap(lines -> lines)
                .toList();
    }
}
