package com.ecamazon.auditor;

import com.ecamazon.auditor.domain.Findings;
import com.ecamazon.auditor.domain.WitnessRules;
import com.ecamazon.contract.auditor.Audits.Breach;
import com.ecamazon.contract.auditor.Audits.Shown;
import com.ecamazon.contract.auditor.Audits.Testimony;
import com.ecamazon.contract.auditor.Audits.Witness;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.platform.bus.Request;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** Compares what clients were shown with the orders that there are, one after the other. */
final class Witnessing {
    private final FactReader reader;

    Witnessing(FactReader reader) {
        this.reader = reader;
    }

    Future<Testimony> hear(Request<Witness> request) {
        var breaches = new ArrayList<Breach>();
        var left = request.body().lines().iterator();
        return reader.repeat(() -> left.hasNext()
                        ? look(left.next()).onSuccess(breaches::addAll).map(true)
                        : Future.succeededFuture(false))
                .map(done -> new Testimony(List.copyOf(breaches)));
    }

    private Future<List<Breach>> look(Shown shown) {
        return reader.ask(ShopContract.ORDER_FACTS, Window.of(shown.number()).of(1))
                .map(page -> {
                    var found = new Findings();
                    var order = page.items().stream()
                            .filter(one -> one.number().equals(shown.number()))
                            .findFirst();
                    WitnessRules.check(shown, order.orElse(null), found);
                    return found.breaches();
                });
    }
}
