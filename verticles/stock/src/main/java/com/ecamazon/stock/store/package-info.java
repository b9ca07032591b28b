/** The documents of Stock in its database, named as collections. */
@NullMarked
package com.ecamazon.stock.store;

import org.jspecify.annotations.NullMarked;
