package com.ecamazon.shop.domain;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.shop.Carts.DeliveryOption;
import com.ecamazon.contract.shop.Carts.Promise;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The ways to have an order delivered. Vans drive from Monday to Saturday, 8 to 22 h in the shop's time zone.
 *
 * <ul>
 *   <li>standard: from now until 21 h of the next day with vans; of the one after when it is 18 h or later. Free from 50.00.
 *   <li>express: within 4 hours; what would end after 22 h or on a Sunday is there by noon of the next day with vans.
 *   <li>evening: from 18 to 22 h today, when it is before 15 h and vans drive; otherwise on the next day with vans.
 * </ul>
 */
public enum Delivery {
    STANDARD("Standard", 490) {
        @Override
        public Promise promise(Instant now) {
            var today = local(now);
            var late = today.toLocalTime().isBefore(LocalTime.of(18, 0)) ? 1 : 2;
            return until(now, nextDayWithVans(today, late).with(LocalTime.of(21, 0)));
        }

        @Override
        Money price(Money goods) {
            return goods.amount() >= FREE_FROM ? Money.zero(goods.currency()) : super.price(goods);
        }
    },

    EXPRESS("Express, within 4 hours", 990) {
        @Override
        public Promise promise(Instant now) {
            var today = local(now);
            var end = today.plusHours(4);
            var opens = today.with(LocalTime.of(8, 0));
            if (drives(today) && !today.isBefore(opens) && !end.isAfter(today.with(LocalTime.of(22, 0)))) {
                return until(now, end);
            }
            var day = drives(today) && today.isBefore(opens) ? today : nextDayWithVans(today, 1);
            return until(now, day.with(LocalTime.NOON));
        }
    },

    EVENING("Evening, 18 to 22 h", 690) {
        @Override
        public Promise promise(Instant now) {
            var today = local(now);
            var inTime = drives(today) && today.toLocalTime().isBefore(LocalTime.of(15, 0));
            var day = inTime ? today : nextDayWithVans(today, 1);
            return new Promise(
                    day.with(LocalTime.of(18, 0)).toInstant(),
                    day.with(LocalTime.of(22, 0)).toInstant());
        }
    };

    private static final long FREE_FROM = 5_000;
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final String title;
    private final long price;

    Delivery(String title, long price) {
        this.title = title;
        this.price = price;
    }

    /** The option with this id. */
    public static Optional<Delivery> of(String id) {
        return Arrays.stream(values()).filter(option -> option.id().equals(id)).findFirst();
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** When it will be there, when it is ordered now. */
    public abstract Promise promise(Instant now);

    /**
     * What it costs, in minor units.
     *
     * @param goods the items after discounts
     */
    Money price(Money goods) {
        return new Money(price, goods.currency());
    }

    /** The option as customers see it. */
    public DeliveryOption shown(Money price, Instant now) {
        return new DeliveryOption(id(), title, price, promise(now));
    }

    private static ZonedDateTime local(Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS).atZone(ZONE);
    }

    private static boolean drives(ZonedDateTime day) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static ZonedDateTime nextDayWithVans(ZonedDateTime today, int days) {
        var day = today;
        for (int left = days; left > 0; left -= drives(day) ? 1 : 0) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static Promise until(Instant now, ZonedDateTime end) {
        return new Promise(now.truncatedTo(ChronoUnit.SECONDS), end.toInstant());
    }
}
