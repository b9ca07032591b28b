/** Stores in memory that outlive whoever writes to them. */
@NullMarked
package com.ecamazon.simulator.store;

import org.jspecify.annotations.NullMarked;
