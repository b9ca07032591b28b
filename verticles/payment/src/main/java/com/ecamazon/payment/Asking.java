package com.ecamazon.payment;

import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.payment.Payments.Authorise;
import com.ecamazon.contract.payment.Payments.AuthoriseReply;
import com.ecamazon.payment.domain.HoldAnswer;
import com.ecamazon.payment.domain.Payment;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The orders for whose money this instance asks the bank right now. Nothing is stored of them before it answers: an
 * order whose question is cut off asks again or lets go, as its own document says, and the bank does either once.
 */
final class Asking {
    private final Map<OrderNumber, Asked> open = new HashMap<>();
    private final Set<OrderNumber> overtaken = new HashSet<>();

    /**
     * A question.
     *
     * @param payment what would be stored of it as long as nothing is known
     * @param answer the bank's
     * @param reply comes once the answer is stored
     */
    private record Asked(Authorise order, Payment payment, Future<HoldAnswer> answer, Future<AuthoriseReply> reply) {}

    /** A caller who loses patience and asks again gets the first question's answer; another question is a conflict. */
    Future<AuthoriseReply> once(
            Authorise order,
            Payment payment,
            Supplier<Future<HoldAnswer>> question,
            Function<AsyncResult<HoldAnswer>, Future<AuthoriseReply>> storing) {
        var known = open.get(order.order());
        if (known != null) {
            return known.order().equals(order)
                    ? known.reply()
                    : Future.failedFuture(new ProblemException(Problem.conflict()));
        }
        var answer = question.get();
        var reply = answer.transform(storing);
        open.put(order.order(), new Asked(order, payment, answer, reply));
        reply.onComplete(_ -> {
            open.remove(order.order());
            overtaken.remove(order.order());
        });
        return reply;
    }

    /**
     * What the order asked for, while the bank thinks. Empty when it asked for nothing, or when that is stored: an
     * answer that is being stored is waited for, so that what overtook it meets the document.
     */
    Future<Optional<Payment>> unstored(OrderNumber order) {
        var asked = open.get(order);
        if (asked == null) {
            return Future.succeededFuture(Optional.empty());
        }
        if (asked.answer().isComplete()) {
            return asked.reply().transform(_ -> Future.succeededFuture(Optional.empty()));
        }
        overtaken.add(order);
        return Future.succeededFuture(Optional.of(asked.payment()));
    }

    /** Whether something is decided on what the order asked for, which the answer must queue behind. */
    boolean isOvertaken(OrderNumber order) {
        return overtaken.contains(order);
    }
}
