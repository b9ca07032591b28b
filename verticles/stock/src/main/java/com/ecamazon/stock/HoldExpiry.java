package com.ecamazon.stock;

import com.ecamazon.platform.data.Write;
import com.ecamazon.stock.domain.Holding;
import com.ecamazon.stock.store.Stocks;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes holds that are past their time out of the documents, so that everybody hears of the free units. Decisions do not
 * wait for it: an ended hold does not count anyway.
 */
final class HoldExpiry {
    static final Duration EVERY = Duration.ofSeconds(1);
    private static final int MOST_AT_ONCE = 200;
    private static final Logger LOG = LoggerFactory.getLogger(HoldExpiry.class);

    private final Stocks stocks;
    private final StockKeeping keeping;
    private final InstantSource clock;
    private boolean sweeping;

    HoldExpiry(Stocks stocks, StockKeeping keeping, InstantSource clock) {
        this.stocks = stocks;
        this.keeping = keeping;
        this.clock = clock;
    }

    void sweep() {
        if (sweeping) {
            return;
        }
        sweeping = true;
        stocks.expired(clock.instant(), MOST_AT_ONCE)
                .compose(skus -> Future.join(skus.stream()
                        .map(sku -> keeping.decide(sku, Write.PLAIN, (stock, _, now) -> Holding.expire(stock, now)))
                        .toList()))
                .onFailure(failure -> LOG.warn("ended holds are released a second later", failure))
                .onComplete(_ -> sweeping = false);
    }
}
