package com.ecamazon.payment;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.PaymentToken;
import com.ecamazon.contract.auditor.MoneyFacts.HoldPage;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.contract.payment.Payments.Method;
import com.ecamazon.contract.payment.Payments.Tokenise;
import com.ecamazon.payment.BankLine.Reply;
import com.ecamazon.payment.domain.HoldAnswer;
import com.ecamazon.payment.domain.MoveAnswer;
import com.ecamazon.payment.domain.Movement;
import com.ecamazon.payment.domain.Movement.Kind;
import com.ecamazon.payment.domain.StatementLine;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The acquirer. Every request names its reference, so that a repeat does nothing twice. All fail with 503 when the bank does
 * not answer: what it did is unknown then, and the same request may be sent again.
 */
final class Bank {
    private static final int STATEMENT_PAGE = 1_000;

    private final BankLine line;

    Bank(BankLine line) {
        this.line = line;
    }

    /** True while it makes no sense to ask. */
    boolean isAway() {
        return line.isOpen();
    }

    /** What a card came to in the vault. */
    sealed interface Vaulted {
        record Known(Method method) implements Vaulted {}

        record Refused(String code) implements Vaulted {}
    }

    /** The number and the cvc go to the vault and nowhere else. */
    Future<Vaulted> vault(Tokenise card) {
        var named = card.name() == null
                ? new Tokenise(card.number(), card.expMonth(), card.expYear(), card.cvc(), "Card holder")
                : card;
        return line.send(HttpMethod.POST, "/v1/tokens", named)
                .map(reply -> reply.ok()
                        ? new Vaulted.Known(reply.as(BankDocuments.Card.class).method())
                        : new Vaulted.Refused(reply.code()));
    }

    Future<Optional<Method>> method(PaymentToken token) {
        return line.send(HttpMethod.GET, "/v1/tokens/" + segment(token.value()), null)
                .map(reply -> reply.ok()
                        ? Optional.of(reply.as(BankDocuments.Card.class).method())
                        : Optional.empty());
    }

    Future<HoldAnswer> authorise(OrderNumber order, PaymentToken token, Money amount) {
        return line.send(HttpMethod.PUT, hold(order), new BankDocuments.Authorisation(amount, token))
                .map(reply -> holdAnswer(order, reply));
    }

    /** What the bank knows of an order, without asking for anything. */
    Future<HoldAnswer> look(OrderNumber order) {
        return line.send(HttpMethod.GET, hold(order), null).map(reply -> holdAnswer(order, reply));
    }

    Future<HoldAnswer> letGo(OrderNumber order) {
        return line.send(HttpMethod.PUT, hold(order) + "/void", null).map(reply -> holdAnswer(order, reply));
    }

    private static HoldAnswer holdAnswer(OrderNumber order, Reply reply) {
        if (reply.ok()) {
            return reply.as(BankDocuments.Authorised.class).answer(order);
        }
        var code = reply.code();
        return switch (code) {
            case "UNKNOWN_REFERENCE" -> new HoldAnswer.Unheard();
            case "REFERENCE_REUSED", "ALREADY_CAPTURED" -> new HoldAnswer.Contradiction("the bank said " + code);
            default -> new HoldAnswer.Refused(code);
        };
    }

    /** Takes or gives back money. */
    Future<MoveAnswer> move(OrderNumber order, Movement movement) {
        var kind = movement.kind() == Kind.CAPTURE ? "/captures/" : "/refunds/";
        return line.send(
                        HttpMethod.PUT,
                        hold(order) + kind + segment(movement.reference()),
                        new BankDocuments.Amount(movement.amount()))
                .map(reply -> reply.ok()
                        ? reply.as(BankDocuments.Moved.class).answer()
                        : new MoveAnswer.Refused(reply.code()));
    }

    /** All lines of the statement after this one. */
    Future<List<StatementLine>> statement(long after) {
        return statement(after, List.of());
    }

    private Future<List<StatementLine>> statement(long after, List<StatementLine> before) {
        return line.send(HttpMethod.GET, "/v1/statement?after=" + after + "&limit=" + STATEMENT_PAGE, null)
                .compose(reply -> {
                    var page = reply.as(BankDocuments.Statement.class);
                    var lines = new ArrayList<>(before);
                    page.lines().forEach(entry -> lines.add(entry.statementLine()));
                    return page.next() == null ? Future.succeededFuture(lines) : statement(page.next(), lines);
                });
    }

    /** At most so many lines of the statement after this one. */
    Future<List<StatementLine>> statementPage(long after, int limit) {
        return line.send(HttpMethod.GET, "/v1/statement?after=" + after + "&limit=" + limit, null)
                .map(reply -> reply.as(BankDocuments.Statement.class).lines().stream()
                        .map(BankDocuments.Line::statementLine)
                        .toList());
    }

    /** The orders of a window for which the bank sets money aside. */
    Future<HoldPage> holds(Window window) {
        var path = new StringBuilder("/v1/authorizations?state=approved&limit=").append(window.most());
        var from = window.cursor() == null ? window.from() : window.cursor() + ' ';
        if (from != null) {
            path.append("&from=").append(segment(from));
        }
        if (window.to() != null) {
            path.append("&to=").append(segment(window.to()));
        }
        return line.send(HttpMethod.GET, path.toString(), null)
                .map(reply -> reply.as(BankDocuments.Authorisations.class).page());
    }

    private static String hold(OrderNumber order) {
        return "/v1/authorizations/" + segment(order.value());
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    Future<Void> close() {
        return line.close();
    }
}
