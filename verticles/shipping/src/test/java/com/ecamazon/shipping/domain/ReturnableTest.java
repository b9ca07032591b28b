package com.ecamazon.shipping.domain;

import static com.ecamazon.shipping.domain.Examples.CUP;
import static com.ecamazon.shipping.domain.Examples.DEPOT;
import static com.ecamazon.shipping.domain.Examples.FIRST;
import static com.ecamazon.shipping.domain.Examples.NINE;
import static com.ecamazon.shipping.domain.Examples.POT;
import static com.ecamazon.shipping.domain.Examples.PROOF;
import static com.ecamazon.shipping.domain.Examples.SECOND;
import static com.ecamazon.shipping.domain.Examples.packed;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Sku;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.shipping.Parcels.Grade;
import com.ecamazon.contract.shipping.Parcels.InspectedLine;
import com.ecamazon.contract.shipping.Parcels.ReturnLine;
import com.ecamazon.contract.shipping.Parcels.ReturnState;
import com.ecamazon.shipping.domain.ReturnCase.Receipt;
import com.ecamazon.shipping.domain.Returnable.Claimed;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReturnableTest {
    private static final Sscc LABEL = Sscc.of("94012345000000001");

    /** Two parcels of three cups and a pot each, of which one is delivered. */
    private static Shipment oneDelivered() {
        var first = Shipment.packed(null, packed(FIRST, 2)).shipment();
        return Shipment.packed(first, packed(SECOND, 2))
                .shipment()
                .delivered(FIRST, PROOF)
                .shipment();
    }

    private static Claimed claim(Shipment shipment, String operation, ReturnLine... lines) {
        return Returnable.claim(shipment, operation, List.of(lines), "too small", LABEL, NINE);
    }

    private static Claimed.Granted granted(Shipment shipment, String operation, ReturnLine... lines) {
        return (Claimed.Granted) claim(shipment, operation, lines);
    }

    private static ReturnLine cups(int quantity) {
        return new ReturnLine(CUP, quantity);
    }

    @Test
    void claim_deliveredUnits_granted() {
        var granted = granted(oneDelivered(), "op", cups(2), cups(1));

        assertThat(granted.claim().lines()).containsExactly(cups(3));
        assertThat(granted.claim().number().value()).isEqualTo("RMA-EC1000001-1");
    }

    @Test
    void claim_moreThanDelivered_refusedWithWhatIsLeft() {
        assertThat(claim(oneDelivered(), "op", cups(4)))
                .isInstanceOfSatisfying(
                        Claimed.Refused.class,
                        refused -> assertThat(refused.errors())
                                .singleElement()
                                .satisfies(
                                        fault -> assertThat(fault.available()).isEqualTo(3)));
        assertThat(claim(oneDelivered(), "op", new ReturnLine(new Sku("other"), 1)))
                .isInstanceOf(Claimed.Refused.class);
        assertThat(claim(oneDelivered(), "op", cups(2), cups(2))).isInstanceOf(Claimed.Refused.class);
    }

    @Test
    void claim_unitsAlreadyReturning_refused() {
        var first = granted(oneDelivered(), "op-1", cups(2));

        assertThat(claim(first.shipment(), "op-2", cups(2))).isInstanceOf(Claimed.Refused.class);
        assertThat(claim(first.shipment(), "op-2", cups(1), new ReturnLine(POT, 1)))
                .isInstanceOf(Claimed.Granted.class);
    }

    @Test
    void claim_sameOperationAgain_sameReturn() {
        var first = granted(oneDelivered(), "op", cups(2));
        var again = granted(first.shipment(), "op", cups(2));

        assertThat(again.fresh()).isFalse();
        assertThat(again.claim()).isEqualTo(first.claim());
        assertThat(again.shipment()).isSameAs(first.shipment());
    }

    @Test
    void settle_fewerCame_theRestMayComeBackLater() {
        var claimed = granted(oneDelivered(), "op-1", cups(3));
        var settled = Returnable.settle(
                claimed.shipment(), claimed.claim().number(), List.of(new InspectedLine(CUP, 1, Grade.A)));

        assertThat(claim(settled, "op-2", cups(2))).isInstanceOf(Claimed.Granted.class);
        assertThat(claim(settled, "op-2", cups(3))).isInstanceOf(Claimed.Refused.class);
    }

    @Test
    void receive_whatWasAnnounced_onceAndRepeatable() {
        var expected =
                ReturnCase.expected(granted(oneDelivered(), "op", cups(3)).claim(), null);
        var found = List.of(new InspectedLine(CUP, 1, Grade.A), new InspectedLine(CUP, 2, Grade.C));
        var received = (Receipt.Accepted) expected.receive(DEPOT, found);

        assertThat(received.fresh()).isTrue();
        assertThat(received.received().state()).isEqualTo(ReturnState.RECEIVED);
        assertThat(received.received().receive(DEPOT, found))
                .isInstanceOfSatisfying(
                        Receipt.Accepted.class,
                        again -> assertThat(again.fresh()).isFalse());
        assertThat(received.received().receive(DEPOT, List.of(new InspectedLine(CUP, 1, Grade.B))))
                .isInstanceOf(Receipt.Refused.class);
    }

    @Test
    void receive_moreThanAnnounced_refused() {
        var expected =
                ReturnCase.expected(granted(oneDelivered(), "op", cups(2)).claim(), null);

        assertThat(expected.receive(DEPOT, List.of(new InspectedLine(CUP, 3, Grade.A))))
                .isInstanceOf(Receipt.Refused.class);
        assertThat(expected.receive(DEPOT, List.of(new InspectedLine(POT, 1, Grade.A))))
                .isInstanceOf(Receipt.Refused.class);
    }
}
