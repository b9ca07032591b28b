package com.ecamazon.simulator;

import com.ecamazon.bank.Documents;
import com.ecamazon.bank.domain.Authorization;
import com.ecamazon.bank.domain.Book;
import com.ecamazon.bank.domain.Card;
import com.ecamazon.bank.domain.CardCheck;
import com.ecamazon.bank.domain.Decisions;
import com.ecamazon.bank.domain.Fact;
import com.ecamazon.bank.domain.Money;
import com.ecamazon.bank.domain.Notice;
import com.ecamazon.bank.domain.Operation.Kind;
import com.ecamazon.bank.domain.Outcome;
import com.ecamazon.bank.domain.Refusal;
import com.ecamazon.bank.domain.Registered;
import com.ecamazon.bank.domain.StatementLine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The acquirer: its own decisions on its own book, which no crash of ours touches. */
final class SimulatedBank {
    private static final long PENDING_MICROS = 2_000_000;

    private final VirtualTime time;
    private final Chances chances;
    private final Weather weather;
    private final Callbacks callbacks;
    private final boolean forgetful;
    private final Book book = new Book();
    private final Set<String> asked = new HashSet<>();

    /** What the bank says: the HTTP status and the document. */
    record Said(int status, JsonNode document) {}

    /** @param forgetful whether it takes every repeat for something new */
    SimulatedBank(VirtualTime time, Chances chances, Weather weather, Callbacks callbacks, boolean forgetful) {
        this.time = time;
        this.chances = chances;
        this.weather = weather;
        this.callbacks = callbacks;
        this.forgetful = forgetful;
    }

    /** Everything that ever moved. */
    List<StatementLine> statement() {
        return book.statement(0, Integer.MAX_VALUE);
    }

    /** All authorisations and barred references. */
    Collection<Registered> registered() {
        return book.all();
    }

    /** Answers a request of the protocol. */
    Said answer(String method, String path, JsonNode body) {
        var parts = path.split("[/?]", -1);
        if (forgetful && parts.length > 5 && !asked.add(path)) {
            parts[5] += "-again-" + asked.size();
        }
        return switch (method + " " + parts[2] + " " + (parts.length > 4 ? parts[4] : "")) {
            case "POST tokens " -> storeCard(body);
            case "GET authorizations " -> look(parts[3]);
            case "PUT authorizations " -> authorise(parts[3], body);
            case "PUT authorizations void" ->
                carryOut(Decisions.cancel(book.find(parts[3]), now()), () -> Documents.registered(book.find(parts[3])));
            case "PUT authorizations captures" ->
                moved(
                        Kind.CAPTURE,
                        parts[3],
                        parts[5],
                        Decisions.capture(book.find(parts[3]), parts[5], money(body), now()));
            case "PUT authorizations refunds" -> refund(parts[3], parts[5], body);
            default -> throw new UnsupportedOperationException("not simulated: " + method + " " + path);
        };
    }

    private Said storeCard(JsonNode body) {
        var checked = CardCheck.of(
                body.path("number").asText(),
                body.path("expMonth").asInt(),
                body.path("expYear").asInt(),
                body.path("cvc").asText(),
                now());
        return switch (checked) {
            case CardCheck.Bad(var refusal) -> refused(refusal);
            case CardCheck.Good(var number) -> {
                var card = new Card(
                        "tok_" + chances.secret(),
                        number.brand(),
                        number.last4(),
                        body.path("expMonth").asInt(),
                        body.path("expYear").asInt(),
                        number.last4(),
                        number.behaviour());
                book.apply(new Fact.CardStored(card));
                yield new Said(201, Documents.card(card));
            }
        };
    }

    private Said look(String reference) {
        var known = book.find(reference);
        return known instanceof Registered.Unknown
                ? refused(Refusal.UNKNOWN_REFERENCE)
                : new Said(200, Documents.registered(known));
    }

    private Said authorise(String reference, JsonNode body) {
        var card = book.card(body.path("token").asText());
        if (card.isEmpty()) {
            return refused(Refusal.UNKNOWN_TOKEN);
        }
        var said = carryOut(
                Decisions.authorize(book.find(reference), card.get(), money(body), now()),
                () -> Documents.registered(book.find(reference)));
        if (book.find(reference) instanceof Registered.Known(var known)
                && known.state() == Authorization.State.PENDING) {
            time.after(PENDING_MICROS, () -> happens(Decisions.approvePending(book.find(reference), now())));
        }
        return said;
    }

    private Said refund(String reference, String operation, JsonNode body) {
        var refused = chances.strikes(weather.now().refundRefused());
        var said = moved(
                Kind.REFUND,
                reference,
                operation,
                Decisions.refund(book.find(reference), operation, money(body), refused, now()));
        time.after(
                PENDING_MICROS, () -> happens(Decisions.settlePendingRefund(book.find(reference), operation, now())));
        return said;
    }

    private Said moved(Kind kind, String reference, String operation, Outcome outcome) {
        return carryOut(outcome, () -> {
            var known = book.known(reference);
            return Documents.operation(known, known.operation(kind, operation).orElseThrow());
        });
    }

    private Said carryOut(Outcome outcome, Supplier<ObjectNode> document) {
        happens(outcome);
        return outcome instanceof Outcome.Refused(var refusal) ? refused(refusal) : new Said(200, document.get());
    }

    private void happens(Outcome outcome) {
        if (outcome instanceof Outcome.Happens(var fact)) {
            book.apply(fact);
            Notice.of(fact, book).ifPresent(callbacks::owe);
        }
    }

    private static Said refused(Refusal refusal) {
        int status = refusal == Refusal.UNKNOWN_REFERENCE ? 404 : 409;
        return new Said(status, Documents.problem(status, refusal.name(), refusal.text()));
    }

    private static Money money(JsonNode body) {
        var amount = body.path("amount");
        return new Money(amount.path("amount").asLong(), amount.path("currency").asText());
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
