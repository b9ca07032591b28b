/** What Shipping decides: the history and status of a parcel, what a shipment tells the others, what may come back. */
@NullMarked
package com.ecamazon.shipping.domain;

import org.jspecify.annotations.NullMarked;
