package com.ecamazon.stock;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shipping.Parcels.TraceNews;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelAttemptFailed;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelDelivered;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelDeparted;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelLabelled;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelOutForDelivery;
import com.ecamazon.contract.stock.Picks.PackedLine;
import com.ecamazon.platform.data.Write;
import com.ecamazon.stock.domain.EntryIds;
import com.ecamazon.stock.domain.Leaving;
import io.vertx.core.Future;

/** Units go when their parcel leaves the depot. */
final class Departures {
    private final StockKeeping keeping;

    Departures(StockKeeping keeping) {
        this.keeping = keeping;
    }

    Future<?> traceNews(Event<TraceNews> event) {
        return switch (event.data()) {
            case ParcelDeparted departed ->
                Future.all(departed.lines().stream()
                        .map(line -> dispatch(departed, line))
                        .toList());
            case ParcelLabelled _, ParcelOutForDelivery _, ParcelDelivered _, ParcelAttemptFailed _ ->
                Future.succeededFuture();
        };
    }

    private Future<Sku> dispatch(ParcelDeparted parcel, PackedLine line) {
        var departed = new Leaving.Departed(parcel.sscc(), parcel.order(), parcel.depot(), line.quantity());
        return keeping.decide(
                line.sku(),
                EntryIds.ofOrder(parcel.order(), line.sku()),
                Write.PLAIN,
                (stock, history, now) -> Leaving.dispatch(stock, departed, Domain.SHIPPING.address(), history, now));
    }
}
