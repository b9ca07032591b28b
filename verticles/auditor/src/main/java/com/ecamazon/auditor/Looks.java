package com.ecamazon.auditor;

import com.ecamazon.auditor.Subject.OfOrder;
import com.ecamazon.auditor.Subject.OfOutboxes;
import com.ecamazon.auditor.Subject.OfProduct;
import com.ecamazon.auditor.Subject.OfReturn;
import com.ecamazon.auditor.Subject.OfRounds;
import com.ecamazon.auditor.Subject.OfSku;
import com.ecamazon.auditor.domain.Findings;
import com.ecamazon.auditor.domain.Moment;
import com.ecamazon.auditor.domain.OrderFile;
import com.ecamazon.auditor.domain.OutboxRules;
import com.ecamazon.auditor.domain.ReturnRules;
import com.ecamazon.auditor.domain.RoundRules;
import com.ecamazon.contract.auditor.Audits.Breach;
import com.ecamazon.contract.auditor.EventFacts.OutboxQuery;
import com.ecamazon.contract.auditor.ParcelFacts.RoundFact;
import com.ecamazon.contract.auditor.ParcelFacts.RoundPage;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.contract.dispatching.DispatchingContract;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Looks at one subject by itself, with all that any domain knows of it now. */
final class Looks {
    private final FactReader reader;
    private final Statement statement;
    private final Supplier<Moment> moment;
    private final Tally tally;
    private final Set<String> unsettled = new TreeSet<>();

    Looks(FactReader reader, Statement statement, Supplier<Moment> moment, Tally tally) {
        this.reader = reader;
        this.statement = statement;
        this.moment = moment;
        this.tally = tally;
    }

    /** What changed whenever it was looked at. */
    Set<String> unsettled() {
        return unsettled;
    }

    Future<List<Breach>> look(Subject subject) {
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
                    file.check(moment.get(), found);
                    return found.breaches();
                });
    }

    private Future<List<Breach>> skuFile(String sku) {
        return new SkuFile(reader, sku).look(moment).map(found -> {
            if (found.isEmpty()) {
                unsettled.add("sku " + sku);
            }
            return found.orElse(List.of());
        });
    }

    private static Future<List<Breach>> returned(String number) {
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
        var now = moment.get();
        return reader.ask(subject.operation(), new OutboxQuery(now.now())).map(found -> {
            var breaches = new Findings();
            OutboxRules.check(subject.domain().address(), found, now, breaches);
            return breaches.breaches();
        });
    }
}
