/** The documents of Shipping in its database, named as collections. */
@NullMarked
package com.ecamazon.shipping.store;

import org.jspecify.annotations.NullMarked;
