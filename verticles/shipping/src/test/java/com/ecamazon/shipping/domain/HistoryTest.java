package com.ecamazon.shipping.domain;

import static com.ecamazon.contract.shipping.Parcels.Code.ARRIVED_AT_FACILITY;
import static com.ecamazon.contract.shipping.Parcels.Code.DELIVERED;
import static com.ecamazon.contract.shipping.Parcels.Code.DELIVERY_ATTEMPTED;
import static com.ecamazon.contract.shipping.Parcels.Code.DEPARTED_FACILITY;
import static com.ecamazon.contract.shipping.Parcels.Code.LABEL_CREATED;
import static com.ecamazon.contract.shipping.Parcels.Code.LOST;
import static com.ecamazon.contract.shipping.Parcels.Code.MISSORTED;
import static com.ecamazon.contract.shipping.Parcels.Code.OUT_FOR_DELIVERY;
import static com.ecamazon.contract.shipping.Parcels.Code.RETURN_TO_SENDER;
import static com.ecamazon.shipping.domain.Examples.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.shipping.Parcels.Code;
import com.ecamazon.contract.shipping.Parcels.Status;
import com.ecamazon.contract.shipping.Parcels.TrackingEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class HistoryTest {
    private static final List<Code> CODES = List.of(Code.values());

    private static Status statusOf(Code... codes) {
        var history = History.NONE;
        for (int i = 0; i < codes.length; i++) {
            history = history.with(event("e" + i, codes[i], i));
        }
        return history.status();
    }

    @Test
    void status_wayToTheDoor_goesForward() {
        assertThat(statusOf()).isEqualTo(Status.UNKNOWN);
        assertThat(statusOf(LABEL_CREATED)).isEqualTo(Status.PRE_TRANSIT);
        assertThat(statusOf(LABEL_CREATED, DEPARTED_FACILITY)).isEqualTo(Status.IN_TRANSIT);
        assertThat(statusOf(LABEL_CREATED, DEPARTED_FACILITY, OUT_FOR_DELIVERY)).isEqualTo(Status.OUT_FOR_DELIVERY);
        assertThat(statusOf(LABEL_CREATED, OUT_FOR_DELIVERY, DELIVERED)).isEqualTo(Status.DELIVERED);
    }

    @Test
    void status_earlierStepScannedLater_doesNotGoBack() {
        assertThat(statusOf(OUT_FOR_DELIVERY, ARRIVED_AT_FACILITY, LABEL_CREATED))
                .isEqualTo(Status.OUT_FOR_DELIVERY);
        assertThat(statusOf(DELIVERED, OUT_FOR_DELIVERY, LOST, MISSORTED)).isEqualTo(Status.DELIVERED);
    }

    @Test
    void status_correction_goesBackToTransit() {
        assertThat(statusOf(OUT_FOR_DELIVERY, DELIVERY_ATTEMPTED)).isEqualTo(Status.IN_TRANSIT);
        assertThat(statusOf(LABEL_CREATED, MISSORTED)).isEqualTo(Status.PRE_TRANSIT);
        assertThat(statusOf(OUT_FOR_DELIVERY, DELIVERY_ATTEMPTED, RETURN_TO_SENDER))
                .isEqualTo(Status.RETURN_TO_SENDER);
    }

    @Test
    void with_sameIdAgain_sameHistory() {
        var history = History.NONE.with(event("a", LABEL_CREATED, 0));

        assertThat(history.with(event("a", LOST, 5))).isSameAs(history);
    }

    @Test
    void with_anyOrderAndAnyRepeats_sameHistoryAndStatus() {
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var happened = anyEvents(random);
            var heard = new ArrayList<>(happened);
            happened.stream().filter(event -> random.nextBoolean()).forEach(heard::add);
            Collections.shuffle(heard, random);

            var inOrder = history(happened);
            var asHeard = history(heard);

            assertThat(asHeard).as("seed %d", seed).isEqualTo(inOrder);
            assertThat(asHeard.status()).as("seed %d", seed).isEqualTo(inOrder.status());
            assertThat(asHeard.events()).isSortedAccordingTo(Comparator.comparing(TrackingEvent::occurredAt));
        }
    }

    private static History history(List<TrackingEvent> events) {
        var history = History.NONE;
        for (var event : events) {
            history = history.with(event);
        }
        return history;
    }

    private static List<TrackingEvent> anyEvents(Random random) {
        var events = new ArrayList<TrackingEvent>();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            var code = CODES.get(random.nextInt(CODES.size()));
            events.add(event("e" + i, code, random.nextInt(5)));
        }
        return events;
    }
}
