package com.ecamazon.shop;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.stock.Levels.AvailabilityChanged;
import com.ecamazon.contract.stock.Levels.AvailabilityPage;
import com.ecamazon.contract.stock.Levels.AvailabilityQuery;
import com.ecamazon.contract.stock.Levels.Available;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.bus.Bindings;
import com.ecamazon.platform.bus.Request;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Says what Stock says of availability, as a test wants it: a domain of its own on the same bus. */
final class StockVerticle extends DomainVerticle {
    private static final int PAGE = 1;
    private static final long SLOW_MILLIS = 300;

    private final Levels levels;

    /** What there is, and a way to tell of it. */
    static final class Levels {
        private final Map<String, Integer> units = new ConcurrentSkipListMap<>();
        private volatile @Nullable Platform platform;
        private volatile boolean slow;
        private long sequence;

        void set(String sku, int count) {
            units.put(sku, count);
        }

        /** Takes its time with answers from now on. */
        void slow() {
            slow = true;
        }

        /** A change that is told. */
        void tell(String sku, int count) {
            set(sku, count);
            publish(List.of(new Available(new Sku(sku), count)));
        }

        /** A change whose message is lost; the next message comes. */
        void lose(String sku, int count) {
            set(sku, count);
            sequence++;
            publish(List.of());
        }

        private void publish(List<Available> changes) {
            var where = platform;
            if (where == null) {
                throw new IllegalStateException("Stock is away");
            }
            where.bus().publish(StockContract.AVAILABILITY, new AvailabilityChanged("stock-1", ++sequence, changes));
        }
    }

    private StockVerticle(Platform platform, Levels levels) {
        super(platform, Domain.STOCK);
        this.levels = levels;
        levels.platform = platform;
    }

    static Service service(Levels levels) {
        return new Service(Domain.STOCK, platform -> new StockVerticle(platform, levels));
    }

    @Override
    protected Future<?> prepare() {
        return Future.succeededFuture();
    }

    @Override
    protected void bind(Bindings bindings) {
        bindings.serve(StockContract.ALL_AVAILABLE, this::page);
    }

    private Future<AvailabilityPage> page(Request<AvailabilityQuery> request) {
        var after = request.body().after();
        var items = new ArrayList<Available>();
        for (var level : levels.units.entrySet()) {
            if (items.size() < PAGE && (after == null || level.getKey().compareTo(after) > 0)) {
                items.add(new Available(new Sku(level.getKey()), level.getValue()));
            }
        }
        var page = new AvailabilityPage(
                items, items.size() < PAGE ? null : items.getLast().sku().value());
        return levels.slow ? platform.vertx().timer(SLOW_MILLIS).map(page) : Future.succeededFuture(page);
    }
}
