package com.ecamazon.payment.domain;

import com.ecamazon.contract.payment.Payments.PaymentNews;
import java.util.List;

/**
 * What a decision made of a payment.
 *
 * @param changed false when there is nothing to save
 * @param news for others
 * @param moved for the ledger
 */
public record Step(Payment payment, boolean changed, List<PaymentNews> news, List<MoneyMoved> moved) {
    /** Nothing to save. */
    public static Step same(Payment payment) {
        return new Step(payment, false, List.of(), List.of());
    }

    /** The payment becomes this. */
    public static Step to(Payment payment) {
        return new Step(payment, true, List.of(), List.of());
    }

    Step news(PaymentNews one) {
        return new Step(payment, changed, List.of(one), moved);
    }

    Step moved(MoneyMoved one) {
        return new Step(payment, changed, news, List.of(one));
    }
}
