package com.ecamazon.shipping.domain;

import static com.ecamazon.shipping.domain.Examples.FIRST;
import static com.ecamazon.shipping.domain.Examples.NINE;
import static com.ecamazon.shipping.domain.Examples.PROOF;
import static com.ecamazon.shipping.domain.Examples.ROUND;
import static com.ecamazon.shipping.domain.Examples.SECOND;
import static com.ecamazon.shipping.domain.Examples.packed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.ecamazon.contract.RoundId;
import com.ecamazon.contract.dispatching.Rounds.FailReason;
import com.ecamazon.contract.shipping.Parcels.TraceNews;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelAttemptFailed;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelDelivered;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelDeparted;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelLabelled;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelOutForDelivery;
import com.ecamazon.shipping.domain.Shipment.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShipmentTest {
    private static Shipment twoParcels() {
        var first = Shipment.packed(null, packed(FIRST, 2)).shipment();
        return Shipment.packed(first, packed(SECOND, 2)).shipment();
    }

    private static boolean last(Told told) {
        return told.news().stream().anyMatch(news -> news instanceof ParcelDeparted departed && departed.lastOfOrder());
    }

    @Test
    void packed_newParcel_isLabelledOnce() {
        var told = Shipment.packed(null, packed(FIRST, 1));

        assertThat(told.news())
                .singleElement(type(ParcelLabelled.class))
                .satisfies(news -> assertThat(news.volumeCubicCentimetres()).isEqualTo(6_060));
        assertThat(Shipment.packed(told.shipment(), packed(FIRST, 1)).news()).isEmpty();
    }

    @Test
    void departed_oneOfTwo_isNotLast_theOtherIs() {
        var one = twoParcels().departed(SECOND, ROUND, NINE);
        var other = one.shipment().departed(FIRST, new RoundId("round-2"), NINE);

        assertThat(one.news())
                .<Class<? extends TraceNews>>extracting(TraceNews::getClass)
                .containsExactly(ParcelDeparted.class, ParcelOutForDelivery.class);
        assertThat(last(one)).isFalse();
        assertThat(last(other)).isTrue();
    }

    @Test
    void departed_beforeTheOtherIsPacked_isNotLast() {
        var first = Shipment.packed(null, packed(FIRST, 2)).shipment();

        assertThat(last(first.departed(FIRST, ROUND, NINE))).isFalse();
    }

    @Test
    void has_aParcelThatIsNotPackedYet_isFalse() {
        var first = Shipment.packed(null, packed(FIRST, 2)).shipment();

        assertThat(first.has(FIRST)).isTrue();
        assertThat(first.has(SECOND)).isFalse();
    }

    @Test
    void departed_sameRoundAgain_tellsNothing() {
        var left = twoParcels().departed(FIRST, ROUND, NINE).shipment();

        assertThat(left.departed(FIRST, ROUND, NINE).news()).isEmpty();
        assertThat(left.departed(FIRST, ROUND, NINE).shipment()).isSameAs(left);
    }

    @Test
    void departed_afterAFailedAttempt_isOutForDeliveryOnly() {
        var back = twoParcels()
                .departed(FIRST, ROUND, NINE)
                .shipment()
                .attemptFailed(FIRST, ROUND, FailReason.NOT_AT_HOME, NINE)
                .shipment();

        assertThat(back.departed(FIRST, new RoundId("round-2"), NINE).news())
                .singleElement()
                .isInstanceOf(ParcelOutForDelivery.class);
    }

    @Test
    void attemptFailed_eachRound_countsOnce() {
        var told = twoParcels().attemptFailed(FIRST, ROUND, FailReason.NOT_AT_HOME, NINE);
        var again = told.shipment().attemptFailed(FIRST, ROUND, FailReason.NOT_AT_HOME, NINE);
        var second = told.shipment().attemptFailed(FIRST, new RoundId("round-2"), FailReason.NO_ACCESS, NINE);

        assertThat(again.news()).isEmpty();
        assertThat(attempts(told.news())).isEqualTo(1);
        assertThat(attempts(second.news())).isEqualTo(2);
    }

    private static int attempts(List<TraceNews> news) {
        return ((ParcelAttemptFailed) news.getFirst()).attempts();
    }

    @Test
    void delivered_again_tellsOnce() {
        var told = twoParcels().delivered(FIRST, PROOF);

        assertThat(told.news()).singleElement().isInstanceOf(ParcelDelivered.class);
        assertThat(told.shipment().delivered(FIRST, PROOF).news()).isEmpty();
    }
}
