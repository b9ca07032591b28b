package com.ecamazon.shop.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Address;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final Instant MONDAY_10 = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant SATURDAY_19 = Instant.parse("2026-11-28T18:00:00Z");
    private static final Instant SUNDAY_10 = Instant.parse("2026-11-29T09:00:00Z");

    @Test
    void promise_standardInTheMorning_isByTomorrowEvening() {
        var promise = Delivery.STANDARD.promise(MONDAY_10.plusMillis(7));
        assertThat(promise.from()).isEqualTo(MONDAY_10);
        assertThat(promise.until()).isEqualTo("2026-11-24T20:00:00Z");
    }

    @Test
    void promise_standardLateOnSaturday_skipsSunday() {
        assertThat(Delivery.STANDARD.promise(SATURDAY_19).until()).isEqualTo("2026-12-01T20:00:00Z");
    }

    @Test
    void promise_expressInTheMorning_isWithinFourHours() {
        assertThat(Delivery.EXPRESS.promise(MONDAY_10).until()).isEqualTo("2026-11-23T13:00:00Z");
    }

    @Test
    void promise_expressOnSundayOrAtNight_isByNoonOfTheNextDayWithVans() {
        assertThat(Delivery.EXPRESS.promise(SUNDAY_10).until()).isEqualTo("2026-11-30T11:00:00Z");
        assertThat(Delivery.EXPRESS.promise(SATURDAY_19).until()).isEqualTo("2026-11-30T11:00:00Z");
        assertThat(Delivery.EXPRESS
                        .promise(Instant.parse("2026-11-23T03:00:00Z"))
                        .until())
                .isEqualTo("2026-11-23T11:00:00Z");
    }

    @Test
    void promise_eveningAfterThree_isTomorrow() {
        assertThat(Delivery.EVENING.promise(MONDAY_10).from()).isEqualTo("2026-11-23T17:00:00Z");
        assertThat(Delivery.EVENING.promise(MONDAY_10.plusSeconds(5 * 3_600)).until())
                .isEqualTo("2026-11-24T21:00:00Z");
    }

    @Test
    void of_unknownId_isEmpty() {
        assertThat(Delivery.of("standard")).contains(Delivery.STANDARD);
        assertThat(Delivery.of("STANDARD")).isEmpty();
    }

    @Test
    void locate_sameAddress_isTheSamePlaceAndNeighboursAreNear() {
        var door = Geocoder.locate(address("1011 AB", "Kade 1"));
        assertThat(Geocoder.locate(address("1011ab", "Kade 1"))).isEqualTo(door);
        var neighbour = Geocoder.locate(address("1011 AB", "Gracht 7"));
        assertThat(door.metresTo(neighbour)).isBetween(1.0, 600.0);
        assertThat(door.lat()).isBetween(52.335, 52.405);
        assertThat(door.lon()).isBetween(4.83, 4.96);
    }

    @Test
    void locate_manyCodes_spreadOverTheCity() {
        var cells = new HashSet<String>();
        for (int code = 1_000; code < 1_400; code++) {
            var door = Geocoder.locate(address(code + " AA", "Kade 1"));
            cells.add((int) ((door.lat() - 52.335) / 0.0175) + ":" + (int) ((door.lon() - 4.83) / 0.0325));
        }
        assertThat(cells).hasSize(16);
    }

    private static Address address(String code, String street) {
        return new Address("Anna", street, null, code, "Amsterdam", "NL");
    }
}
