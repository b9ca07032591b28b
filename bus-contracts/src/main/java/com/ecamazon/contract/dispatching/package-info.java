/** What the Dispatching domain serves: drivers, vehicles, centres, rounds, positions. */
@NullMarked
package com.ecamazon.contract.dispatching;

import org.jspecify.annotations.NullMarked;
