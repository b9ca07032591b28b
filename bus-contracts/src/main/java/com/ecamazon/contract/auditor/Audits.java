package com.ecamazon.contract.auditor;

import com.ecamazon.contract.Outcome;
import com.ecamazon.contract.Require;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Audits: what was looked at, and what does not add up. */
public final class Audits {
    private Audits() {}

    /** Asks for an audit now. */
    public record RunAudit() {}

    /** An audit runs; it was started now or before. */
    @Outcome(status = 202)
    public record Auditing(Instant startedAt) {}

    /** Asks for the last audit. */
    public record LatestQuery() {}

    /**
     * How audits stand.
     *
     * @param runningSince when one runs
     * @param last the last that ended; absent when there was none yet
     */
    public record Latest(
            @Nullable Instant runningSince, @Nullable Audit last) {}

    /** How an audit ended. */
    public enum Verdict {
        CLEAN,
        BREACHES,
        /** A domain did not answer, so nothing is said. */
        INCOMPLETE
    }

    /**
     * An audit.
     *
     * @param reason why it is incomplete
     * @param breaches the first of them; {@code found} says how many there are
     * @param unsettled what changed so often that it could not be judged
     */
    public record Audit(
            Verdict verdict,
            Instant startedAt,
            Instant endedAt,
            @Nullable String reason,
            List<Count> checked,
            int found,
            List<Breach> breaches,
            List<String> unsettled,
            List<NotYet> notYet) {}

    /** How many documents of a kind were looked at. */
    public record Count(String what, long number) {}

    /**
     * Something that must not be.
     *
     * @param invariant such as M4
     * @param documents those involved, such as {@code order EC...}
     */
    public record Breach(String invariant, String sentence, List<String> documents) {
        public Breach {
            documents = List.copyOf(documents);
        }
    }

    /** An invariant, or part of one, of which the subject does not exist yet. */
    public record NotYet(String invariant, String why) {}

    /** What clients were shown. */
    public record Witness(List<Shown> lines) {
        public Witness {
            lines = List.copyOf(Require.some(lines, "lines", 300));
        }
    }

    /**
     * An answer that a client got for an order.
     *
     * @param line where it stands in the client's log
     * @param status the HTTP status
     * @param state that the answer showed
     */
    public record Shown(
            long line, String number, int status, @Nullable String state) {
        public Shown {
            number = Require.text(number, "lines/number", 64);
            state = Require.optionalText(state, "lines/state", 40);
        }
    }

    /** What is not as clients were told. */
    public record Testimony(List<Breach> breaches) {}
}
