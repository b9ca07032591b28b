package com.ecamazon.stock;

import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.stock.Levels.AvailabilityPage;
import com.ecamazon.contract.stock.Levels.AvailabilityQuery;
import com.ecamazon.contract.stock.Levels.Available;
import com.ecamazon.contract.stock.Levels.Level;
import com.ecamazon.contract.stock.Levels.LevelPage;
import com.ecamazon.contract.stock.Levels.LevelQuery;
import com.ecamazon.contract.stock.Levels.LevelsQuery;
import com.ecamazon.contract.stock.Levels.Movements;
import com.ecamazon.contract.stock.Levels.MovementsQuery;
import com.ecamazon.contract.stock.Picks.Pick;
import com.ecamazon.contract.stock.Picks.PickPage;
import com.ecamazon.contract.stock.Picks.PickQuery;
import com.ecamazon.contract.stock.Picks.PicksQuery;
import com.ecamazon.platform.Cursor;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.stock.domain.LedgerEntry;
import com.ecamazon.stock.domain.PickList;
import com.ecamazon.stock.store.Ledger;
import com.ecamazon.stock.store.PickLists;
import com.ecamazon.stock.store.Stocks;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What Stock is asked. */
final class Queries {
    private static final int MOST_AVAILABLE = 1_000;

    private final Stocks stocks;
    private final Ledger ledger;
    private final PickLists pickLists;
    private final InstantSource clock;

    Queries(Stocks stocks, Ledger ledger, PickLists pickLists, InstantSource clock) {
        this.stocks = stocks;
        this.ledger = ledger;
        this.pickLists = pickLists;
        this.clock = clock;
    }

    Future<Level> level(Request<LevelQuery> request) {
        return stocks.find(request.body().sku())
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound()))
                        .level(clock.instant()));
    }

    Future<LevelPage> levels(Request<LevelsQuery> request) {
        var query = request.body();
        int limit = whole(query.limit());
        return stocks.page(after(query.cursor()), query.q(), query.low(), limit + 1)
                .map(found -> {
                    var now = clock.instant();
                    var items = found.stream()
                            .limit(limit)
                            .map(stock -> stock.level(now))
                            .toList();
                    return new LevelPage(
                            items,
                            next(items, found.size(), level -> level.sku().value()));
                });
    }

    Future<AvailabilityPage> available(Request<AvailabilityQuery> request) {
        int limit = Math.clamp(request.body().limit(), 1, MOST_AVAILABLE);
        return stocks.page(request.body().after(), null, null, limit + 1).map(found -> {
            var now = clock.instant();
            var items = found.stream()
                    .limit(limit)
                    .map(stock -> new Available(stock.sku(), stock.availableToPromise(now)))
                    .toList();
            return new AvailabilityPage(
                    items, found.size() > items.size() ? items.getLast().sku().value() : null);
        });
    }

    Future<Movements> movements(Request<MovementsQuery> request) {
        int limit = whole(request.body().limit());
        return ledger.newest(request.body().sku(), limit)
                .map(entries -> new Movements(entries.stream()
                        .map(LedgerEntry::movements)
                        .flatMap(List::stream)
                        .limit(limit)
                        .toList()));
    }

    Future<PickPage> picks(Request<PicksQuery> request) {
        var query = request.body();
        int limit = whole(query.limit());
        return pickLists
                .page(query.depot(), query.state(), after(query.cursor()), limit + 1)
                .map(found -> {
                    var lists = found.stream().limit(limit).toList();
                    return new PickPage(
                            lists.stream().map(PickList::shown).toList(), next(lists, found.size(), PickList::turn));
                });
    }

    Future<Pick> pick(Request<PickQuery> request) {
        return pickLists
                .find(request.body().id())
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound()))
                        .shown());
    }

    /** The constructor of the query has put the default in. */
    private static int whole(@Nullable Integer limit) {
        return limit == null ? 1 : limit;
    }

    private static @Nullable String after(@Nullable String cursor) {
        return cursor == null ? null : Cursor.parts(cursor, 1).getFirst();
    }

    private static <T> @Nullable String next(List<T> items, int found, Function<T, String> key) {
        return found > items.size() ? Cursor.of(key.apply(items.getLast())) : null;
    }
}
