package com.ecamazon.payment;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.PaymentToken;
import com.ecamazon.contract.auditor.MoneyFacts.HoldFact;
import com.ecamazon.contract.auditor.MoneyFacts.HoldPage;
import com.ecamazon.contract.payment.Payments.Method;
import com.ecamazon.payment.domain.BankNotice;
import com.ecamazon.payment.domain.HoldAnswer;
import com.ecamazon.payment.domain.MoveAnswer;
import com.ecamazon.payment.domain.Movement.Kind;
import com.ecamazon.payment.domain.StatementLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON documents of the bank's protocol. */
final class BankDocuments {
    private BankDocuments() {}

    record Card(PaymentToken token, String brand, String last4, int expMonth, int expYear) {
        Method method() {
            return new Method(token, brand, last4, expMonth, expYear);
        }
    }

    record Authorisation(Money amount, PaymentToken token) {}

    record Amount(Money amount) {}

    /** An authorisation; a reference that was barred before it was used has no amount. */
    record Authorised(
            String reference,
            String state,
            @Nullable String reason,
            @Nullable Money amount) {
        HoldAnswer answer(OrderNumber order) {
            if (!reference.equals(order.value())) {
                return new HoldAnswer.Contradiction("the bank spoke of another order");
            }
            return switch (state) {
                case "approved" -> new HoldAnswer.Approved(known());
                case "pending" -> new HoldAnswer.Undecided(known());
                case "declined" -> new HoldAnswer.Refused(reason == null ? "DECLINED" : reason);
                case "voided" -> new HoldAnswer.LetGo();
                default -> new HoldAnswer.Contradiction("the bank said " + state);
            };
        }

        private Money known() {
            if (amount == null) {
                throw new IllegalStateException("the bank approved without an amount");
            }
            return amount;
        }
    }

    /** A capture or a refund. */
    record Moved(String operationReference, String state, Money amount) {
        MoveAnswer answer() {
            return switch (state) {
                case "success" -> new MoveAnswer.Done(amount);
                case "pending" -> new MoveAnswer.UnderWay();
                default -> new MoveAnswer.Refused("REFUSED_BY_ISSUER");
            };
        }
    }

    record Statement(List<Line> lines, @Nullable Long next) {}

    record Line(long line, Kind kind, String reference, String operationReference, Money amount) {
        StatementLine statementLine() {
            return new StatementLine(line, kind, new OrderNumber(reference), operationReference, amount);
        }
    }

    /** Authorisations by reference; {@code next} is the last of them when there are more. */
    record Authorisations(
            List<Held> authorizations, @Nullable String next) {
        HoldPage page() {
            return new HoldPage(
                    authorizations.stream()
                            .map(held -> new HoldFact(held.reference(), held.amount(), held.captured()))
                            .toList(),
                    next);
        }
    }

    record Held(String reference, Money amount, Money captured) {}

    record Notice(
            String id,
            String type,
            OrderNumber reference,
            @Nullable String operationReference,
            Money amount,
            Instant at) {
        BankNotice notice() {
            return new BankNotice(id, type, reference, operationReference, amount, at);
        }
    }
}
