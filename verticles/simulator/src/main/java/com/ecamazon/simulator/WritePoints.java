package com.ecamazon.simulator;

import com.ecamazon.simulator.store.Passage;

/** Where each write is made, and where its instance may die. */
interface WritePoints {
    /** Makes the write; false when the life that wanted it ends here, so that nothing follows. */
    boolean make(Passage.Write write, Life life);
}
