package com.ecamazon.bank.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that the acquirer knows. Not thread-safe: one thread applies and reads. */
public final class Book {

    private final Map<String, Card> cards = new HashMap<>();
    private final NavigableMap<String, Registered> registered = new TreeMap<>();
    private final List<StatementLine> statement = new ArrayList<>();

    public Optional<Card> card(String token) {
        return Optional.ofNullable(cards.get(token));
    }

    /** What stands under the reference; never nothing, see {@link Registered.Unknown}. */
    public Registered find(String reference) {
        return registered.getOrDefault(reference, new Registered.Unknown(reference));
    }

    public Collection<Registered> all() {
        return Collections.unmodifiableCollection(registered.values());
    }

    /** At most {@code limit} approved authorisations with a reference from this one on and before that one, in order. */
    public List<Authorization> approved(String from, Optional<String> to, int limit) {
        var range = to.filter(end -> end.compareTo(from) >= 0)
                .map(end -> registered.subMap(from, end))
                .orElseGet(() -> registered.tailMap(from));
        return range.values().stream()
                .flatMap(
                        one -> one instanceof Registered.Known(Authorization known) ? Stream.of(known) : Stream.empty())
                .filter(known -> known.state() == Authorization.State.APPROVED)
                .limit(limit)
                .toList();
    }

    /** At most {@code limit} lines with a number above {@code after}, in order. */
    public List<StatementLine> statement(long after, int limit) {
        int from = (int) Math.min(after, statement.size());
        return List.copyOf(statement.subList(from, Math.min(from + limit, statement.size())));
    }

    public long lastStatementLine() {
        return statement.size();
    }

    /** Takes in what a decision on this very book said, or what a journal of it says. */
    public void apply(Fact fact) {
        switch (fact) {
            case Fact.CardStored(Card card) -> cards.put(card.token(), card);
            case Fact.Authorized a -> put(authorization(a));
            case Fact.Approved a -> put(known(a.reference()).in(Authorization.State.APPROVED));
            case Fact.Voided v -> cancel(v.reference());
            case Fact.Moved m -> move(m);
        }
    }

    private Authorization authorization(Fact.Authorized a) {
        // Many authorisations share one token, so they share one text of it.
        String token = card(a.token()).map(Card::token).orElse(a.token());
        return new Authorization(
                a.reference(), token, a.amount(), a.state(), a.reason(), a.behaviour(), a.at(), List.of());
    }

    /** The authorisation that a fact in this book speaks of. */
    public Authorization known(String reference) {
        if (find(reference) instanceof Registered.Known(Authorization known)) {
            return known;
        }
        throw new IllegalStateException("No authorisation " + reference + " in the book");
    }

    private void cancel(String reference) {
        switch (find(reference)) {
            case Registered.Known(Authorization known) -> put(known.in(Authorization.State.VOIDED));
            case Registered.Unknown _, Registered.Tombstone _ ->
                registered.put(reference, new Registered.Tombstone(reference));
        }
    }

    private void move(Fact.Moved moved) {
        Operation operation = moved.operation();
        put(known(moved.reference()).with(operation));
        if (operation.state() == Operation.State.SUCCESS) {
            statement.add(new StatementLine(
                    statement.size() + 1L,
                    moved.at(),
                    operation.kind(),
                    moved.reference(),
                    operation.reference(),
                    operation.amount()));
        }
    }

    private void put(Authorization authorization) {
        registered.put(authorization.reference(), new Registered.Known(authorization));
    }
}
