package com.ecamazon.contract.auditor;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.shop.Carts.Totals;
import com.ecamazon.contract.shop.Orders.OrderState;
import com.ecamazon.contract.shop.Orders.PaymentState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Shop knows of orders. */
public final class OrderFacts {
    private OrderFacts() {}

    /** A page of orders, by number. */
    public record OrderPage(List<OrderFact> items, @Nullable String next) {}

    /**
     * An order.
     *
     * @param customer the account of the buyer, when there is one
     * @param missing units that were found nowhere
     * @param returned units that came back and were inspected
     * @param confirmedAt absent for an order that came to nothing
     */
    public record OrderFact(
            String number,
            OrderState state,
            PaymentState payment,
            Totals totals,
            List<OrderedLine> lines,
            @Nullable String customer,
            SagaFact saga,
            List<SentParcel> parcels,
            int missing,
            int returned,
            Instant placedAt,
            @Nullable Instant confirmedAt) {
        public OrderFact {
            lines = List.copyOf(lines);
            parcels = List.copyOf(parcels);
        }
    }

    /** Units of a SKU that were ordered. */
    public record OrderedLine(String sku, int quantity, Money unitPrice, Money total) {}

    /**
     * How far an order is carried through.
     *
     * @param phase placing, undoing, cancelling or over
     * @param leaseUntil when the next run may take over; absent once it is over
     * @param deadline from then on nothing new is tried
     */
    public record SagaFact(String phase, int runs, @Nullable Instant leaseUntil, Instant deadline) {}

    /** A parcel as the order's page shows it. */
    public record SentParcel(String sscc, String status, int units) {}
}
