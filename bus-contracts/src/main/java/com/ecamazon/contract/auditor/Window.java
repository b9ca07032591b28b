package com.ecamazon.contract.auditor;

import com.ecamazon.contract.Require;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the facts of which the key lies in a range, in order of the key. Most keys are, or begin with, an order's number, so
 * one range shows what every domain knows of the same orders.
 *
 * @param from the first key that is asked for; null for the first there is
 * @param to the first key that is not asked for any more; null for none
 * @param cursor from the page before
 */
public record Window(
        @Nullable String from,
        @Nullable String to,
        @Nullable String cursor,
        @Nullable Integer limit) {
    private static final int PAGE = 300;

    /** Comes after whatever may follow a key. */
    private static final char LAST = Character.MAX_VALUE;

    public Window {
        limit = Require.range(limit, "limit", 1, 500, PAGE);
    }

    /** All keys. */
    public static Window all() {
        return new Window(null, null, null, null);
    }

    /** The keys that are this text or begin with it. */
    public static Window of(String start) {
        return new Window(start, start + LAST, null, null);
    }

    /** The keys after this one and all that begin with it, up to the last and all that begin with that. */
    public static Window between(@Nullable String after, @Nullable String last) {
        return new Window(after == null ? null : after + LAST, last == null ? null : last + LAST, null, null);
    }

    /** The next page. */
    public Window at(String next) {
        return new Window(from, to, next, limit);
    }

    /** With so many facts a page. */
    public Window of(int most) {
        return new Window(from, to, cursor, most);
    }

    /** How many facts make a page. */
    public int most() {
        return limit == null ? PAGE : limit;
    }
}
