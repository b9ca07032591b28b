/** Shipping over a real bus and a real data server. */
@NullMarked
package com.ecamazon.shipping;

import org.jspecify.annotations.NullMarked;
