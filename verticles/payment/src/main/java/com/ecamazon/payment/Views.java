package com.ecamazon.payment;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.payment.Payments;
import com.ecamazon.contract.payment.Payments.MoneyMovement;
import com.ecamazon.contract.payment.Payments.Transaction;
import com.ecamazon.payment.domain.Hold;
import com.ecamazon.payment.domain.LedgerTransaction;
import com.ecamazon.payment.domain.Movement;
import com.ecamazon.payment.domain.Payment;
import java.util.Locale;

/** Payments and ledger transactions as others see them. */
final class Views {
    private Views() {}

    static Payments.Payment payment(Payment payment) {
        return new Payments.Payment(
                payment.order(),
                payment.state(),
                payment.hold() == Hold.AUTHORISED ? payment.amount() : Money.zero(payment.currency()),
                payment.captured(),
                payment.refunded(),
                payment.movements().stream().map(Views::movement).toList(),
                payment.createdAt());
    }

    private static MoneyMovement movement(Movement movement) {
        return new MoneyMovement(
                movement.reference(),
                movement.kind().name().toLowerCase(Locale.ROOT),
                movement.amount(),
                movement.state(),
                movement.at(),
                movement.detail());
    }

    static Transaction transaction(LedgerTransaction transaction) {
        return new Transaction(
                transaction.id(),
                transaction.order(),
                transaction.kind().name().toLowerCase(Locale.ROOT),
                transaction.at(),
                transaction.entries());
    }
}
