/** What the Shipping domain serves: parcels, their history, returns. */
@NullMarked
package com.ecamazon.contract.shipping;

import org.jspecify.annotations.NullMarked;
