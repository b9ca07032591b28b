package com.ecamazon.stock;

import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.DuplicateId;
import com.ecamazon.platform.data.Write;
import com.ecamazon.stock.domain.History;
import com.ecamazon.stock.domain.SkuStock;
import com.ecamazon.stock.domain.Verdict;
import com.ecamazon.stock.domain.Verdict.AskLedger;
import com.ecamazon.stock.domain.Verdict.Decided;
import com.ecamazon.stock.domain.Verdict.Unchanged;
import com.ecamazon.stock.store.Ledger;
import com.ecamazon.stock.store.Stocks;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes decisions on SKUs: from the document's own memory where it can, with a look at the ledger where it must. One
 * document write per decision, shared by those that come at the same time.
 */
final class StockKeeping {
    /** A look at the ledger that found nothing counts for so long. */
    static final Duration LOOK_VALID = Duration.ofMillis(500);

    private static final int LOOKS = 4;
    private static final int LONG_MEMORY = 32;
    private static final int LOOKED_UP_AT_ONCE = 200;

    /** A rule of the domain, with its command at hand. */
    interface Rule<R> {
        Verdict<R> decide(SkuStock stock, History history, Instant now);
    }

    /** What the ledger said and when. */
    private record Look(History history, Instant at) {
        static final Look NONE = new Look(History.NOT_ASKED, Instant.EPOCH);

        History at(Instant now) {
            return at.plus(LOOK_VALID).isAfter(now) ? history : history.outdated();
        }
    }

    /**
     * What became of a command.
     *
     * @param reply empty when the ledger must be asked first
     * @param after the new state; null when nothing changed
     */
    private record Outcome<R>(Optional<R> reply, @Nullable SkuStock after) {}

    private final Stocks stocks;
    private final Ledger ledger;
    private final SettledEntries settled;
    private final Availability availability;
    private final InstantSource clock;

    StockKeeping(Stocks stocks, Ledger ledger, SettledEntries settled, Availability availability, InstantSource clock) {
        this.stocks = stocks;
        this.ledger = ledger;
        this.settled = settled;
        this.availability = availability;
        this.clock = clock;
    }

    /**
     * Decides and saves.
     *
     * @param cause the common start of the ids of all ledger entries that the decision asks about
     * @param write {@link Write#JOURNALED} where the answer is a promise
     */
    <R> Future<R> decide(Sku sku, String cause, Write write, Rule<R> rule) {
        return decide(sku, cause, write, rule, Look.NONE, LOOKS);
    }

    /** Decides what needs no look at the ledger. */
    <R> Future<R> decide(Sku sku, Write write, Rule<R> rule) {
        return decide(sku, "", write, rule, Look.NONE, 0);
    }

    private <R> Future<R> decide(Sku sku, String cause, Write write, Rule<R> rule, Look look, int looksLeft) {
        return stocks.decide(sku, state -> decision(sku, state, write, rule, look))
                .compose(outcome -> {
                    if (outcome.after() != null) {
                        changed(outcome.after());
                    }
                    if (outcome.reply().isPresent()) {
                        return Future.succeededFuture(outcome.reply().get());
                    }
                    var now = now();
                    return looksLeft == 0
                            ? Future.failedFuture(
                                    new ProblemException(Problem.unavailable(StockContract.HOLD.domain())))
                            : ledger.of(cause)
                                    .compose(found ->
                                            decide(sku, cause, write, rule, new Look(found, now), looksLeft - 1));
                });
    }

    private <R> Decision<SkuStock, Outcome<R>> decision(
            Sku sku, @Nullable SkuStock state, Write write, Rule<R> rule, Look look) {
        var now = now();
        // A SKU without a document has no history either.
        var verdict = state == null
                ? rule.decide(SkuStock.none(sku, now), History.EMPTY, now)
                : rule.decide(state, look.at(now), now);
        return switch (verdict) {
            case AskLedger<R> _ -> Decision.unchanged(new Outcome<>(Optional.empty(), null));
            case Unchanged<R>(var reply) -> Decision.unchanged(new Outcome<>(Optional.of(reply), null));
            case Decided<R> decided -> saving(decided, write, now);
        };
    }

    private <R> Decision<SkuStock, Outcome<R>> saving(Decided<R> decided, Write write, Instant now) {
        var after = decided.stock().forgetting(settled.at(now), now);
        return new Decision<>(after, withNews(decided, write), new Outcome<>(Optional.of(decided.reply()), after));
    }

    /**
     * Inserts a SKU that is not known yet, without looking first; fails with {@link DuplicateId} when it is known after all.
     */
    Future<Void> introduce(Decided<?> first) {
        return stocks.insert(first.stock(), withNews(first, Write.JOURNALED)).onSuccess(_ -> changed(first.stock()));
    }

    private static Write withNews(Decided<?> decided, Write write) {
        var all = write;
        for (var entry : decided.entries()) {
            all = all.news(StockTopics.MOVEMENTS, entry);
        }
        for (var news : decided.news()) {
            all = all.news(StockContract.PARCELS, news);
        }
        return all;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void changed(SkuStock after) {
        availability.changed(after.sku(), after.available());
        if (after.recent().size() > LONG_MEMORY) {
            learn(after);
        }
    }

    /** Another instance may have brought entries to the ledger: ask about those that this one knows nothing of. */
    private void learn(SkuStock stock) {
        var old = now().minus(SettledEntries.SETTLED_AFTER.multipliedBy(4));
        List<String> unknown = stock.rememberedSince(old).stream()
                .filter(id -> !settled.knows(id))
                .limit(LOOKED_UP_AT_ONCE)
                .toList();
        if (!unknown.isEmpty()) {
            ledger.known(unknown).onSuccess(settled::inLedger);
        }
    }
}
