/**
 * Shipping owns parcels, their histories, shipments (all parcels of an order) and returns. It serves what staff, the owner and
 * everybody with a parcel's number may ask, hears of packed parcels from Stock and of rounds from Dispatching, and calls nobody.
 */
@NullMarked
package com.ecamazon.shipping;

import org.jspecify.annotations.NullMarked;
