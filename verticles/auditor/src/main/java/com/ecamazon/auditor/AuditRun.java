package com.ecamazon.auditor;

import com.ecamazon.auditor.Subject.OfOrder;
import com.ecamazon.auditor.Subject.OfOutboxes;
import com.ecamazon.auditor.Subject.OfProduct;
import com.ecamazon.auditor.Subject.OfReturn;
import com.ecamazon.auditor.Subject.OfRounds;
import com.ecamazon.auditor.Subject.OfSku;
import com.ecamazon.auditor.domain.CatalogueRules;
import com.ecamazon.auditor.domain.Findings;
import com.ecamazon.auditor.domain.Moment;
import com.ecamazon.auditor.domain.NotYetThere;
import com.ecamazon.auditor.domain.OrderFile;
import com.ecamazon.auditor.domain.SkuRules;
import com.ecamazon.auditor.domain.UnitSums;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.auditor.Audits.Audit;
import com.ecamazon.contract.auditor.Audits.Breach;
import com.ecamazon.contract.auditor.Audits.Verdict;
import com.ecamazon.contract.auditor.CatalogueFacts.CataloguePage;
import com.ecamazon.contract.auditor.EventFacts.OutboxQuery;
import com.ecamazon.contract.auditor.EventFacts.Outboxes;
import com.ecamazon.contract.auditor.StockFacts.EntryFact;
import com.ecamazon.contract.auditor.StockFacts.StockFact;
import com.ecamazon.contract.auditor.StockFacts.StockPage;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.contract.dispatching.DispatchingContract;
import com.ecamazon.contract.payment.PaymentContract;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.contract.stock.StockContract;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One audit: reads all once, then looks again at just what did not add up. A live system moves while it is read, so only what is
 * found in the same way each time is a breach.
 */
final class AuditRun {
    private static final int ORDERS_AT_ONCE = 100;
    private static final int MOST_SHOWN = 200;

    private static final List<Operation<OutboxQuery, Outboxes>> OUTBOXES = List.of(
            ShopContract.OUTBOXES,
            StockContract.OUTBOXES,
            PaymentContract.OUTBOXES,
            ShippingContract.OUTBOXES,
            DispatchingContract.OUTBOXES);

    private final Vertx vertx;
    private final FactReader reader;
    private final Pace pace;
    private final InstantSource clock;
    private final Statement statement;
    private final Tally tally = new Tally();
    private final UnitSums sums = new UnitSums();
    private final ShownUnits shown = new ShownUnits();
    private final Set<String> knownReturns = new HashSet<>();
    private final Set<String> restockedReturns = new HashSet<>();
    private final Doubts doubts = new Doubts();
    private final Looks looks;
    private @Nullable String after;

    AuditRun(Vertx vertx, FactReader reader, Pace pace, InstantSource clock) {
        this.vertx = vertx;
        this.reader = reader;
        this.pace = pace;
        this.clock = clock;
        this.statement = new Statement(reader);
        this.looks = new Looks(reader, statement, this::moment, tally);
    }

    /** Never fails: when facts cannot be read, the audit is incomplete and says why. */
    Future<Audit> run() {
        var start = clock.instant();
        return statement
                .read()
                .compose(done -> reader.repeat(this::nextOrders))
                .compose(done -> products())
                .compose(done -> skus())
                .compose(done -> others())
                .compose(done -> lookAgain())
                .map(done -> ended(start, null))
                .otherwise(failure -> ended(start, String.valueOf(failure.getMessage())));
    }

    private Audit ended(Instant start, @Nullable String reason) {
        tally.set("lines of the bank's statement", statement.count());
        var breaches = doubts.breaches();
        var unsettled = new ArrayList<>(looks.unsettled());
        if (doubts.passedOver() > 0) {
            unsettled.add(doubts.passedOver() + " more subjects, too many to look at each of them");
        }
        var verdict = reason != null ? Verdict.INCOMPLETE : breaches.isEmpty() ? Verdict.CLEAN : Verdict.BREACHES;
        boolean complete = reason == null;
        return new Audit(
                verdict,
                start,
                clock.instant(),
                reason,
                tally.counts(),
                complete ? breaches.size() : 0,
                complete ? breaches.stream().limit(MOST_SHOWN).toList() : List.of(),
                unsettled,
                NotYetThere.ALL);
    }

    private Moment moment() {
        return new Moment(clock.instant(), pace.patience());
    }

    /** The next window of orders, each with all that any domain knows of it. */
    private Future<Boolean> nextOrders() {
        return reader.ask(ShopContract.ORDER_FACTS, Window.between(after, null).of(ORDERS_AT_ONCE))
                .compose(page -> {
                    var last =
                            page.next() == null ? null : page.items().getLast().number();
                    var files = new OrderFiles(reader, Window.between(after, last), this::entry, tally);
                    page.items().forEach(files::add);
                    statement.orders(after, last).forEach(files::file);
                    after = last;
                    return files.read()
                            .onSuccess(all -> all.forEach(this::judge))
                            .map(done -> page.next() != null);
                });
    }

    private void entry(EntryFact fact) {
        sums.add(fact.entry());
        if (fact.document().startsWith("return/")) {
            restockedReturns.add(fact.entry().cause());
        }
        var found = new Findings();
        OrderFiles.checkUnowned(fact, found);
        if (!found.breaches().isEmpty()) {
            doubts.add(new OfSku(fact.entry().sku()), found.breaches());
        }
    }

    private void judge(OrderFile file) {
        statement.into(file);
        file.returns().forEach(back -> knownReturns.add(back.number()));
        var found = new Findings();
        file.check(moment(), found);
        if (found.breaches().isEmpty()) {
            statement.forget(file.number());
        } else {
            doubts.add(new OfOrder(file.number()), found.breaches());
        }
    }

    private Future<Void> products() {
        return reader.each(
                ShopContract.CATALOGUE_FACTS, Window.all(), CataloguePage::items, CataloguePage::next, product -> {
                    tally.add("products");
                    shown.add(product);
                    var found = new Findings();
                    CatalogueRules.check(product, found);
                    keep(new OfProduct(product.id()), found.breaches());
                });
    }

    private Future<Void> skus() {
        return reader.each(StockContract.STOCK_FACTS, Window.all(), StockPage::items, StockPage::next, this::sku)
                .compose(done -> {
                    sums.skus().forEach(sku -> doubts.add(new OfSku(sku), List.of()));
                    shown.end(product -> doubts.add(new OfProduct(product), List.of()));
                    restockedReturns.removeAll(knownReturns);
                    restockedReturns.forEach(number -> doubts.add(new OfReturn(number), List.of()));
                    return Future.succeededFuture();
                });
    }

    private void sku(StockFact fact) {
        tally.add("SKUs");
        var found = new Findings();
        SkuRules.check(fact.stock(), moment(), found);
        if (!sums.agree(fact.stock()) || !found.breaches().isEmpty()) {
            doubts.add(new OfSku(fact.document()), found.breaches());
        }
        sums.forget(fact.document());
        shown.compare(
                fact.document(), fact.stock().available(), product -> doubts.add(new OfProduct(product), List.of()));
    }

    private Future<Void> others() {
        Future<Void> all = look(new OfRounds());
        for (var outboxes : OUTBOXES) {
            all = all.compose(done -> look(new OfOutboxes(outboxes)));
        }
        // What was only in doubt for sums that did not agree is looked at for itself.
        return all.compose(done -> doubts.settle(reader, subject -> !(subject instanceof OfOrder), looks::look));
    }

    private Future<Void> look(Subject subject) {
        return looks.look(subject).onSuccess(found -> keep(subject, found)).mapEmpty();
    }

    private void keep(Subject subject, List<Breach> found) {
        if (!found.isEmpty()) {
            doubts.add(subject, found);
        }
    }

    private Future<Void> lookAgain() {
        Future<Void> all = Future.succeededFuture();
        for (var pause : pace.pauses()) {
            all = all.compose(done -> doubts.isEmpty() ? Future.succeededFuture() : lookAgain(pause));
        }
        return all;
    }

    private Future<Void> lookAgain(Duration pause) {
        return vertx.timer(Math.max(1, pause.toMillis()))
                .compose(waited -> statement.read())
                .compose(done -> doubts.lookAgain(reader, looks::look));
    }
}
