/**
 * Dispatching owns depots, vans, drivers, sorting centres, waiting parcels, rounds and positions. It serves dispatchers,
 * drivers and the pages that show a van, hears of labelled parcels from Shipping, and calls nobody.
 */
@NullMarked
package com.ecamazon.dispatching;

import org.jspecify.annotations.NullMarked;
