package com.ecamazon.shipping.domain;

import com.ecamazon.contract.Address;
import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.Email;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Position;
import com.ecamazon.contract.RoundId;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.shipping.Parcels.Code;
import com.ecamazon.contract.shipping.Parcels.ProofOfDelivery;
import com.ecamazon.contract.shipping.Parcels.TrackingEvent;
import com.ecamazon.contract.shop.Recipient;
import com.ecamazon.contract.stock.Picks.PackedLine;
import com.ecamazon.contract.stock.Picks.ParcelNews.ParcelPacked;
import java.time.Instant;
import java.util.List;

/** An order in two parcels. */
public final class Examples {
    public static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");
    public static final OrderNumber ORDER = new OrderNumber("EC1000001");
    public static final UserId CUSTOMER = new UserId("anna");
    public static final DepotId DEPOT = new DepotId("north");
    public static final Sscc FIRST = Sscc.of("04012345000000001");
    public static final Sscc SECOND = Sscc.of("04012345000000002");
    public static final Sku CUP = new Sku("cup");
    public static final Sku POT = new Sku("pot");
    public static final RoundId ROUND = new RoundId("round-1");
    public static final ProofOfDelivery PROOF =
            new ProofOfDelivery("Anna", new Position(52.52, 13.4), NINE.plusSeconds(7_200));

    private Examples() {}

    /** Three cups and a pot, in one of so many parcels. */
    public static ParcelPacked packed(Sscc sscc, int parcelsOfOrder) {
        var address = new Address("Anna Beispiel", "Lindenallee 7", null, "10115", "Berlin", "DE");
        var recipient = new Recipient(
                CUSTOMER,
                new Email("anna@example.org"),
                address,
                new Position(52.52, 13.4),
                NINE,
                NINE.plusSeconds(36_000));
        return new ParcelPacked(
                sscc,
                ORDER,
                DEPOT,
                List.of(new PackedLine(CUP, 3), new PackedLine(POT, 1)),
                parcelsOfOrder,
                1_200,
                300,
                200,
                101,
                recipient,
                NINE);
    }

    static TrackingEvent event(String id, Code code, int minute) {
        return new TrackingEvent(id, code, "north", NINE.plusSeconds(60L * minute), NINE.plusSeconds(60L * minute));
    }
}
