package com.ecamazon.simulator;

/** One life of an instance, from its start to its crash; nothing reaches it afterwards. */
final class Life {
    private boolean over;

    boolean isOver() {
        return over;
    }

    void end() {
        over = true;
    }

    /** This, unless the life is over by then. */
    Runnable whileItLasts(Runnable what) {
        return () -> {
            if (!over) {
                what.run();
            }
        };
    }
}
