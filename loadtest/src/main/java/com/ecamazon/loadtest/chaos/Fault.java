package com.ecamazon.loadtest.chaos;

/**
 * Something that goes wrong.
 *
 * @param at seconds after the guests began to come
 * @param target whom it hits, such as {@code stock-1}, or {@code stock} when it is all of a domain
 * @param seconds for which it lasts
 */
record Fault(int at, Kind kind, String target, int seconds) {
    /** What goes wrong. */
    enum Kind {
        /** SIGKILL; started again at its end. */
        KILL("an instance", "killed"),
        /** SIGSTOP, and SIGCONT at its end: what a long pause of a machine looks like to the others. */
        PAUSE("an instance", "paused"),
        /** Cut off from all others, both ways; mended at its end. */
        CUT("an instance", "cut off"),
        /** It hears nobody, and nobody knows. */
        CUT_IN("an instance", "kept from hearing"),
        /** It hears all, and nobody hears it. */
        CUT_OUT("an instance", "kept from being heard"),
        /** The data server of all domains is killed; started again at its end. */
        STORE_DOWN("the data server", "killed"),
        /** No fault: each instance of a domain is restarted in turn, as an update does it. */
        ROLL("a domain", "restarted in turn"),
        /** The bank answers late or not, tells things twice or never. */
        BANK("the bank", "misbehaves");

        private final String whom;
        private final String word;

        Kind(String whom, String word) {
            this.whom = whom;
            this.word = word;
        }

        /** Such as {@code an instance killed}. */
        String sentence() {
            return whom + " " + word;
        }
    }

    /** Such as {@code stock-1 killed}. */
    String sentence() {
        return target + " " + kind.word;
    }

    int end() {
        return at + seconds;
    }
}
