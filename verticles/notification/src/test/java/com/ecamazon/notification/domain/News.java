package com.ecamazon.notification.domain;

import com.ecamazon.contract.Address;
import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.Email;
import com.ecamazon.contract.LineId;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Position;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.payment.Payments.PaymentNews.RefundDone;
import com.ecamazon.contract.payment.Payments.PaymentNews.RefundFailed;
import com.ecamazon.contract.shipping.Parcels.ProofOfDelivery;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelDelivered;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelDeparted;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelOutForDelivery;
import com.ecamazon.contract.shop.Carts.Totals;
import com.ecamazon.contract.shop.Orders.OrderLine;
import com.ecamazon.contract.shop.Orders.OrderNews.OrderConfirmed;
import com.ecamazon.contract.shop.Recipient;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** News as the other domains tell it. */
public final class News {
    public static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    public static final OrderNumber ORDER = new OrderNumber("EC1001");
    public static final UserId ADA = new UserId("ada");
    public static final Email EMAIL = new Email("ada@example.test");

    private static final Sscc PARCEL = Sscc.of("03400000000000001");

    private News() {}

    public static OrderConfirmed confirmed(@Nullable UserId customer) {
        var line = new OrderLine(
                new LineId("1"),
                new Sku("s"),
                new ProductId("p"),
                "Tea <b>\"Earl\"</b> & Co",
                "/i",
                2,
                Money.eur(61_750),
                Money.eur(123_500));
        var totals = new Totals(Money.eur(123_500), Money.eur(0), Money.eur(490), Money.eur(0), Money.eur(123_990));
        return new OrderConfirmed(ORDER, recipient(customer), List.of(line), totals, List.of(), NOW);
    }

    public static ParcelDeparted departed() {
        return new ParcelDeparted(PARCEL, ORDER, new DepotId("d"), List.of(), true, recipient(ADA), NOW);
    }

    public static ParcelOutForDelivery out() {
        return new ParcelOutForDelivery(PARCEL, ORDER, recipient(ADA), NOW);
    }

    public static ParcelDelivered delivered() {
        return new ParcelDelivered(PARCEL, ORDER, recipient(ADA), new ProofOfDelivery("Ada", null, NOW), NOW);
    }

    public static RefundDone refunded() {
        return new RefundDone(ORDER, Money.eur(1_999), Money.eur(1_999), false, NOW);
    }

    public static RefundFailed refundFailed() {
        return new RefundFailed(ORDER, Money.eur(1_999), "card_expired", NOW);
    }

    private static Recipient recipient(@Nullable UserId customer) {
        var address = new Address("Ada", "Lane 1", null, "10115", "Berlin", "DE");
        return new Recipient(customer, EMAIL, address, new Position(52.5, 13.4), NOW, NOW.plusSeconds(3_600));
    }
}
