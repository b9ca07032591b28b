package com.ecamazon.shop;

import static com.ecamazon.contract.shop.Catalogue.MOST_AVAILABLE;

import com.ecamazon.contract.Sku;
import com.ecamazon.contract.stock.Levels.AvailabilityChanged;
import com.ecamazon.contract.stock.Levels.AvailabilityQuery;
import com.ecamazon.contract.stock.Levels.Available;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.platform.bus.Bus;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many units of each SKU can be bought, as Stock tells. News of a Stock instance are numbered; one that is missing, or an
 * instance not heard before, makes it ask for everything again. While Stock is away the last known stays.
 */
final class Availability {
    private static final Logger LOG = LoggerFactory.getLogger(Availability.class);
    private static final int PAGE = 2_000;
    /** Short, for Stock may be starting too. */
    private static final long RETRY_MILLIS = 200;
    /** Within a second; without Stock it serves then, and shows nothing as available. */
    private static final int TRIES = 5;

    private final Vertx vertx;
    private final Bus bus;
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<Sku, Integer> heardWhileReading = new HashMap<>();
    private Map<Sku, Integer> units = new HashMap<>();
    private boolean reading;
    private boolean again;
    private long revision;

    Availability(Vertx vertx, Bus bus) {
        this.vertx = vertx;
        this.bus = bus;
    }

    /** From 0 to 99. */
    int of(Sku sku) {
        return units.getOrDefault(sku, 0);
    }

    /** Grows when any number changed. */
    long revision() {
        return revision;
    }

    void hear(AvailabilityChanged news) {
        var last = sequences.put(news.instance(), news.sequence());
        for (var change : news.changes()) {
            note(units, change);
            if (reading) {
                note(heardWhileReading, change);
            }
        }
        if (!news.changes().isEmpty()) {
            revision++;
        }
        if (last == null || last + 1 != news.sequence()) {
            reload();
        }
    }

    private static void note(Map<Sku, Integer> levels, Available change) {
        levels.put(change.sku(), Math.clamp(change.units(), 0, MOST_AVAILABLE));
    }

    /** Asks Stock for everything; done when that is known, or Stock stays away. */
    Future<Void> load() {
        return load(TRIES);
    }

    private Future<Void> load(int tries) {
        return all().onSuccess(all -> {
                    units = all;
                    revision++;
                })
                .<Void>mapEmpty()
                .recover(failure -> tries == 1
                        ? Future.succeededFuture()
                        : vertx.timer(RETRY_MILLIS).compose(waited -> load(tries - 1)));
    }

    /** Asks Stock for everything; tries until it answers. */
    void reload() {
        if (reading) {
            again = true;
            return;
        }
        reading = true;
        again = false;
        heardWhileReading.clear();
        read();
    }

    private void read() {
        all().onComplete(this::take, failure -> {
            LOG.debug("availability is not to be had: {}", failure.toString());
            vertx.setTimer(RETRY_MILLIS, timer -> read());
        });
    }

    private Future<Map<Sku, Integer>> all() {
        return page(new AvailabilityQuery(null, PAGE), new HashMap<>());
    }

    private Future<Map<Sku, Integer>> page(AvailabilityQuery query, Map<Sku, Integer> all) {
        return bus.call(StockContract.ALL_AVAILABLE, query).compose(page -> {
            page.items().forEach(item -> note(all, item));
            return page.next() == null
                    ? Future.succeededFuture(all)
                    : page(new AvailabilityQuery(page.next(), PAGE), all);
        });
    }

    private void take(Map<Sku, Integer> all) {
        // What was heard meanwhile is newer than the page it was read with.
        all.putAll(heardWhileReading);
        units = all;
        revision++;
        reading = false;
        if (again) {
            reload();
        }
    }
}
