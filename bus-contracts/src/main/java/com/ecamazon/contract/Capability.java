package com.ecamazon.contract;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that people do on the pages. It takes some operations, so their answers for each domain that is away tell
 * whether it works.
 *
 * @param name by which pages refer to it
 * @param title what it is, as the start of a sentence
 * @param sentences what people are told in each state that it can be in, in their words
 */
public record Capability(String name, String title, List<Operation<?, ?>> operations, Map<State, String> sentences) {
    /** How well it works; the later, the worse. */
    public enum State {
        OK,
        /** What is shown is what was known last. */
        STALE,
        /** Accepted, and finished when the domain is back. */
        LATER,
        REFUSED;

        /** The state that an operation's answer makes. */
        public static State of(Away answer) {
            return switch (answer) {
                case LAST_KNOWN -> STALE;
                case LATER -> LATER;
                case REFUSE -> REFUSED;
            };
        }

        private State worse(State other) {
            return compareTo(other) < 0 ? other : this;
        }
    }

    public Capability {
        operations = List.copyOf(operations);
        sentences = Map.copyOf(sentences);
    }

    public static Capability of(String name, String title, Operation<?, ?>... operations) {
        return new Capability(name, title, Arrays.asList(operations), Map.of(State.OK, title + " works."));
    }

    /** The same, and what people are told in this state. */
    public Capability says(State state, String sentence) {
        var all = new EnumMap<State, String>(State.class);
        all.putAll(sentences);
        all.put(state, sentence);
        return new Capability(name, title, operations, all);
    }

    /** How well it works while these domains are away: as its worst operation. */
    public State without(Set<Domain> absent) {
        return operations.stream()
                .flatMap(operation -> absent.stream().flatMap(domain -> operation.without(domain).stream()))
                .map(State::of)
                .reduce(State.OK, State::worse);
    }

    /** What people are told. */
    public String sentence(State state) {
        return sentences.getOrDefault(state, title + " does not work just now.");
    }
}
