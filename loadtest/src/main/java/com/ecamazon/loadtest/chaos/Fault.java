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
        KILL('K', "an instance", "killed"),
        /** SIGSTOP, and SIGCONT at its end: what a long pause of a machine looks like to the others. */
        PAUSE('P', "an instance", "paused"),
        /** Cut off from all others, both ways; mended at its end. */
        CUT('C', "an instance", "cut off"),
        /** It hears nobody, and nobody knows. */
        CUT_IN('I', "an instance", "kept from hearing"),
        /** It hears all, and nobody hears it. */
        CUT_OUT('O', "an instance", "kept from being heard"),
        /** The data server of all domains is killed; started again at its end. */
        STORE_DOWN('S', "the data server", "killed"),
        /** No fault: each instance of a domain is restarted in turn, as an update does it. */
        ROLL('R', "a domain", "restarted in turn"),
        /** The bank answers late or not, tells things twice or never. */
        BANK('B', "the bank", "misbehaves");

        private final char letter;
        private final String whom;
        private final String word;

        Kind(char letter, String whom, String word) {
            this.letter = letter;
            this.whom = whom;
            this.word = word;
        }

        /** Stands for it in a picture. */
        char letter() {
            return letter;
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
