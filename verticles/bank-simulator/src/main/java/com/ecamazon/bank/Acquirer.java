package com.ecamazon.bank;

import com.ecamazon.bank.domain.Authorization;
import com.ecamazon.bank.domain.Book;
import com.ecamazon.bank.domain.Card;
import com.ecamazon.bank.domain.CardCheck;
import com.ecamazon.bank.domain.CardNumber;
import com.ecamazon.bank.domain.Decisions;
import com.ecamazon.bank.domain.Fact;
import com.ecamazon.bank.domain.Money;
import com.ecamazon.bank.domain.Notice;
import com.ecamazon.bank.domain.Operation;
import com.ecamazon.bank.domain.Operation.Kind;
import com.ecamazon.bank.domain.Outcome;
import com.ecamazon.bank.domain.Refusal;
import com.ecamazon.bank.domain.Registered;
import com.ecamazon.bank.store.Entry;
import com.ecamazon.bank.store.Journal;
import com.ecamazon.bank.store.Recovery;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Does what merchants ask: decides on the book, writes the fact down, owes the callback. Lives on one event loop. */
final class Acquirer {

    private final Vertx vertx;
    private final InstantSource clock;
    private final Duration pendingPause;
    private final Book book;
    private final Journal journal;
    private final CallbackPost post;
    private final Callbacks callbacks;
    private final CardKey cardKey;
    private long lastNotice;

    Acquirer(
            Vertx vertx,
            InstantSource clock,
            Duration pendingPause,
            Recovery recovery,
            Journal journal,
            CallbackPost post,
            Callbacks callbacks,
            CardKey cardKey) {
        this.vertx = vertx;
        this.clock = clock;
        this.pendingPause = pendingPause;
        this.book = recovery.book();
        this.lastNotice = recovery.lastNotice();
        this.journal = journal;
        this.post = post;
        this.callbacks = callbacks;
        this.cardKey = cardKey;
    }

    /** Goes on with what was pending when the last run ended. */
    void resume() {
        for (Registered registered : List.copyOf(book.all())) {
            if (registered instanceof Registered.Known(Authorization known)) {
                if (known.state() == Authorization.State.PENDING) {
                    approveLater(known.reference());
                }
                known.operations().stream()
                        .filter(operation -> operation.state() == Operation.State.PENDING)
                        .forEach(refund -> settleLater(known.reference(), refund.reference()));
            }
        }
    }

    Answer storeCard(String number, int expMonth, int expYear, String cvc) {
        return switch (CardCheck.of(number, expMonth, expYear, cvc, now())) {
            case CardCheck.Bad(Refusal refusal) -> throw Problem.of(refusal);
            case CardCheck.Good(CardNumber good) -> {
                Card card = new Card(
                        "tok_" + UUID.randomUUID().toString().replace("-", ""),
                        good.brand(),
                        good.last4(),
                        expMonth,
                        expYear,
                        cardKey.fingerprint(good),
                        good.behaviour());
                record(new Fact.CardStored(card));
                yield Answer.created(Documents.card(card));
            }
        };
    }

    Answer card(String token) {
        return book.card(token)
                .map(card -> Answer.ok(Documents.card(card)))
                .orElseThrow(() -> new Problem(404, Refusal.UNKNOWN_TOKEN.name(), Refusal.UNKNOWN_TOKEN.text()));
    }

    Answer authorize(String reference, String token, Money amount) {
        Card card = book.card(token).orElseThrow(() -> Problem.of(Refusal.UNKNOWN_TOKEN));
        Outcome outcome = Decisions.authorize(book.find(reference), card, amount, now());
        Answer answer = carryOut(outcome, () -> Documents.registered(book.find(reference)));
        if (outcome instanceof Outcome.Happens && isPending(reference)) {
            approveLater(reference);
        }
        return answer;
    }

    private boolean isPending(String reference) {
        return book.known(reference).state() == Authorization.State.PENDING;
    }

    Answer authorization(String reference) {
        Registered registered = book.find(reference);
        if (registered instanceof Registered.Unknown) {
            throw Problem.of(Refusal.UNKNOWN_REFERENCE);
        }
        return Answer.ok(Documents.registered(registered));
    }

    Answer cancel(String reference) {
        Answer answer = carryOut(
                Decisions.cancel(book.find(reference), now()), () -> Documents.registered(book.find(reference)));
        return new Answer(200, answer.body(), answer.notice());
    }

    Answer capture(String reference, String operationReference, Money amount) {
        return carryOut(
                Decisions.capture(book.find(reference), operationReference, amount, now()),
                () -> operation(reference, Kind.CAPTURE, operationReference));
    }

    Answer refund(String reference, String operationReference, Money amount, boolean issuerRefuses) {
        Outcome outcome = Decisions.refund(book.find(reference), operationReference, amount, issuerRefuses, now());
        Answer answer = carryOut(outcome, () -> operation(reference, Kind.REFUND, operationReference));
        if (outcome instanceof Outcome.Happens(Fact.Moved moved)
                && moved.operation().state() == Operation.State.PENDING) {
            settleLater(reference, operationReference);
        }
        return answer;
    }

    Answer chargeBack(String reference, String operationReference, Money amount) {
        return carryOut(
                Decisions.chargeBack(book.find(reference), operationReference, amount, now()),
                () -> operation(reference, Kind.CHARGEBACK, operationReference));
    }

    Answer approved(String from, Optional<String> to, int limit) {
        var found = book.approved(from, to, limit + 1);
        return Answer.ok(
                Documents.authorizations(found.subList(0, Math.min(limit, found.size())), found.size() > limit));
    }

    Answer statement(long after, int limit) {
        return Answer.ok(Documents.statement(book.statement(after, limit), book.lastStatementLine()));
    }

    /** Callbacks go there from now on, those parked included. */
    Answer sendCallbacksTo(URI url) {
        if (!post.url().equals(Optional.of(url))) {
            post.sendTo(url);
        }
        journal.append(new Entry.MerchantSet(url.toString()));
        callbacks.unpark();
        return merchant();
    }

    Answer merchant() {
        ObjectNode document = Documents.object();
        return Answer.ok(post.url()
                .map(url -> document.put("callbackUrl", url.toString()))
                .orElseGet(() -> document.putNull("callbackUrl")));
    }

    private ObjectNode operation(String reference, Kind kind, String operationReference) {
        Authorization known = book.known(reference);
        return Documents.operation(
                known, known.operation(kind, operationReference).orElseThrow());
    }

    private Answer carryOut(Outcome outcome, Supplier<ObjectNode> document) {
        return switch (outcome) {
            case Outcome.Happens(Fact fact) -> {
                long notice = record(fact);
                yield new Answer(201, document.get(), notice);
            }
            case Outcome.Stands _ -> Answer.ok(document.get());
            case Outcome.Refused(Refusal refusal) -> throw Problem.of(refusal);
        };
    }

    /** Returns the number of the callback owed for the fact, 0 for none. */
    private long record(Fact fact) {
        book.apply(fact);
        Optional<Notice> news = post.url().flatMap(_ -> Notice.of(fact, book));
        long number = news.isPresent() ? ++lastNotice : 0;
        var written = journal.append(new Entry.Happened(number, fact));
        news.ifPresent(notice -> written.onSuccess(_ -> callbacks.queue(number, notice)));
        return number;
    }

    private void approveLater(String reference) {
        vertx.setTimer(
                Math.max(1, pendingPause.toMillis()),
                _ -> recordIfHappens(Decisions.approvePending(book.find(reference), now())));
    }

    private void settleLater(String reference, String refundReference) {
        vertx.setTimer(
                Math.max(1, pendingPause.toMillis()),
                _ -> recordIfHappens(Decisions.settlePendingRefund(book.find(reference), refundReference, now())));
    }

    private void recordIfHappens(Outcome outcome) {
        if (outcome instanceof Outcome.Happens(Fact fact)) {
            record(fact);
        }
    }

    /** Milliseconds are all that the journal keeps. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
