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
import com.ecamazon.auditor.domain.OutboxRules;
import com.ecamazon.auditor.domain.ReturnRules;
import com.ecamazon.auditor.domain.RoundRules;
import com.ecamazon.auditor.domain.SkuRules;
import com.ecamazon.auditor.domain.UnitSums;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.auditor.Audits.Audit;
import com.ecamazon.contract.auditor.Audits.Breach;
import com.ecamazon.contract.auditor.Audits.Verdict;
import com.ecamazon.contract.auditor.CatalogueFacts.CataloguePage;
import com.ecamazon.contract.auditor.EventFacts.OutboxQuery;
import com.ecamazon.contract.auditor.EventFacts.Outboxes;
import com.ecamazon.contract.auditor.ParcelFacts.RoundFact;
import com.ecamazon.contract.auditor.ParcelFacts.RoundPage;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One audit: reads all once, then looks again at just what did not add up. A live system moves while it is read, so only what is
 * found in the same way each time is a breach.
 */
final class AuditRun {
    private static final int ORDERS_AT_ONCE = 100;
    private static final int MOST_DOUBTS = 2_000;
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
    private final Set<String> unsettled = new TreeSet<>();
    private final Map<Subject, List<Breach>> doubts = new LinkedHashMap<>();
    private int unjudged;
    private @Nullable String after;

    AuditRun(Vertx vertx, FactReader reader, Pace pace, InstantSource clock) {
        this.vertx = vertx;
        this.reader = reader;
        this.pace = pace;
        this.clock = clock;
        this.statement = new Statement(reader);
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
        var breaches = doubts.values().stream().flatMap(List::stream).distinct().toList();
        if (unjudged > 0) {
            unsettled.add(unjudged + " more subjects, too many to look at each of them");
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
                List.copyOf(unsettled),
                NotYetThere.ALL);
    }

    private Moment moment() {
        return new Moment(clock.instant(), pace.patience());
    }

    private void doubt(Subject subject, List<Breach> found) {
        if (doubts.size() < MOST_DOUBTS || doubts.containsKey(subject)) {
            doubts.merge(subject, found, (before, more) -> {
                var all = new ArrayList<>(before);
                all.addAll(more);
                return all;
            });
        } else {
            unjudged++;
        }
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
            doubt(new OfSku(fact.entry().sku()), found.breaches());
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
            doubt(new OfOrder(file.number()), found.breaches());
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
                    sums.skus().forEach(sku -> doubt(new OfSku(sku), List.of()));
                    shown.end(product -> doubt(new OfProduct(product), List.of()));
                    restockedReturns.removeAll(knownReturns);
                    restockedReturns.forEach(number -> doubt(new OfReturn(number), List.of()));
                    return Future.succeededFuture();
                });
    }

    private void sku(StockFact fact) {
        tally.add("SKUs");
        var found = new Findings();
        SkuRules.check(fact.stock(), moment(), found);
        if (!sums.agree(fact.stock()) || !found.breaches().isEmpty()) {
            doubt(new OfSku(fact.document()), found.breaches());
        }
        sums.forget(fact.document());
        shown.compare(fact.document(), fact.stock().available(), product -> doubt(new OfProduct(product), List.of()));
    }

    private Future<Void> others() {
        Future<Void> all = look(new OfRounds())
                .onSuccess(found -> keep(new OfRounds(), found))
                .mapEmpty();
        for (var outboxes : OUTBOXES) {
            var subject = new OfOutboxes(outboxes);
            all = all.compose(done -> look(subject))
                    .onSuccess(found -> keep(subject, found))
                    .mapEmpty();
        }
        return all.compose(done -> firstLooks());
    }

    /** What was only in doubt for sums that did not agree is looked at for itself. */
    private Future<Void> firstLooks() {
        return eachDoubt(subject -> !(subject instanceof OfOrder), (subject, found) -> {
            if (found.isEmpty()) {
                doubts.remove(subject);
            } else {
                doubts.put(subject, found);
            }
        });
    }

    private void keep(Subject subject, List<Breach> found) {
        if (!found.isEmpty()) {
            doubt(subject, found);
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
                .compose(done -> eachDoubt(subject -> true, (subject, found) -> {
                    var still = doubts.getOrDefault(subject, List.of()).stream()
                            .filter(found::contains)
                            .toList();
                    if (still.isEmpty()) {
                        doubts.remove(subject);
                    } else {
                        doubts.put(subject, still);
                    }
                }));
    }

    /** Hears what is found of a subject now. */
    private interface Look {
        void found(Subject subject, List<Breach> breaches);
    }

    private Future<Void> eachDoubt(Predicate<Subject> wanted, Look look) {
        var left = new ArrayList<>(doubts.keySet().stream().filter(wanted).toList()).iterator();
        return reader.repeat(() -> {
            if (!left.hasNext()) {
                return Future.succeededFuture(false);
            }
            var subject = left.next();
            return look(subject).map(found -> {
                look.found(subject, found);
                return true;
            });
        });
    }

    private Future<List<Breach>> look(Subject subject) {
        return switch (subject) {
            case OfOrder(var number) -> order(number);
            case OfSku(var sku) -> skuFile(sku);
            case OfProduct(var id) -> new ProductFile(reader, id).look();
            case OfReturn(var number) -> returned(number);
            case OfRounds() -> rounds();
            case OfOutboxes outboxes -> outboxes(outboxes);
        };
    }

    private Future<List<Breach>> order(String number) {
        return new OrderFiles(reader, Window.of(number), entry -> {}, new Tally())
                .readAll()
                .map(files -> {
                    var found = new Findings();
                    var file = files.stream()
                            .filter(one -> one.number().equals(number))
                            .findFirst()
                            .orElseGet(() -> new OrderFile(number));
                    statement.into(file);
                    file.check(moment(), found);
                    return found.breaches();
                });
    }

    private Future<List<Breach>> skuFile(String sku) {
        return new SkuFile(reader, sku).look(this::moment).map(found -> {
            if (found.isEmpty()) {
                unsettled.add("sku " + sku);
            }
            return found.orElse(List.of());
        });
    }

    private Future<List<Breach>> returned(String number) {
        var found = new Findings();
        ReturnRules.orphan(number, found);
        return Future.succeededFuture(found.breaches());
    }

    private Future<List<Breach>> rounds() {
        var rounds = new ArrayList<RoundFact>();
        return reader.each(
                        DispatchingContract.ROUND_FACTS, Window.all(), RoundPage::items, RoundPage::next, rounds::add)
                .map(done -> {
                    tally.set("rounds that are not over", rounds.size());
                    var found = new Findings();
                    RoundRules.check(rounds, found);
                    return found.breaches();
                });
    }

    private Future<List<Breach>> outboxes(OfOutboxes subject) {
        var moment = moment();
        return reader.ask(subject.operation(), new OutboxQuery(clock.instant())).map(found -> {
            var breaches = new Findings();
            OutboxRules.check(subject.domain().address(), found, moment, breaches);
            return breaches.breaches();
        });
    }
}
