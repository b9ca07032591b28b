package com.ecamazon.shop;

import com.ecamazon.contract.UserId;
import com.ecamazon.contract.auditor.OrderFacts.OrderFact;
import com.ecamazon.contract.auditor.OrderFacts.OrderPage;
import com.ecamazon.contract.auditor.OrderFacts.OrderedLine;
import com.ecamazon.contract.auditor.OrderFacts.SagaFact;
import com.ecamazon.contract.auditor.OrderFacts.SentParcel;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.shop.domain.Order;
import com.ecamazon.shop.store.OrderDocuments;
import io.vertx.core.Future;
import java.util.Locale;
import java.util.Optional;

/** Shows the auditor what is stored. */
final class AuditFacts {
    private final OrderDocuments orders;

    AuditFacts(OrderDocuments orders) {
        this.orders = orders;
    }

    Future<OrderPage> orders(Request<Window> request) {
        return orders.slice(request.body())
                .map(slice -> new OrderPage(slice.shown(found -> order(found.state())), slice.next()));
    }

    private static OrderFact order(Order order) {
        var purchase = order.purchase();
        var saga = order.saga();
        var journey = order.journey();
        return new OrderFact(
                purchase.number().value(),
                order.state(),
                order.payment(),
                purchase.totals(),
                purchase.lines().stream()
                        .map(line ->
                                new OrderedLine(line.sku().value(), line.quantity(), line.unitPrice(), line.total()))
                        .toList(),
                Optional.ofNullable(purchase.customer()).map(UserId::value).orElse(null),
                new SagaFact(
                        saga.phase().name().toLowerCase(Locale.ROOT), saga.run(), saga.leaseUntil(), saga.deadline()),
                journey.parcels().stream()
                        .map(parcel -> new SentParcel(
                                parcel.sscc().value(), parcel.status().name().toLowerCase(Locale.ROOT), parcel.units()))
                        .toList(),
                journey.missing(),
                journey.returned(),
                purchase.placedAt(),
                order.confirmedAt());
    }
}
