package com.ecamazon.auditor.domain;

import com.ecamazon.contract.auditor.Audits.Shown;
import com.ecamazon.contract.auditor.OrderFacts.OrderFact;
import com.ecamazon.contract.shop.Orders.OrderState;
import org.jspecify.annotations.Nullable;

/** What a client was shown against the order that there is. E8. */
public final class WitnessRules {
    private static final int CONFIRMED = 201;
    private static final int ACCEPTED = 202;

    private WitnessRules() {}

    /**
     * Compares an answer with what there is.
     *
     * @param order with the number that was shown; null when there is none
     */
    public static void check(Shown shown, @Nullable OrderFact order, Findings found) {
        var line = "client log line " + shown.line();
        var name = "order " + shown.number();
        boolean promised = shown.status() == CONFIRMED || shown.status() == ACCEPTED;
        if (order == null) {
            found.unless(!promised, "E8", "a client was shown this number and there is no such order", name, line);
        } else if (shown.status() == CONFIRMED) {
            found.unless(
                    order.confirmedAt() != null && order.state() != OrderState.REFUSED,
                    "E8",
                    "a client was told that it is confirmed and it is " + MoneyRules.word(order.state()),
                    name,
                    line);
        }
    }
}
