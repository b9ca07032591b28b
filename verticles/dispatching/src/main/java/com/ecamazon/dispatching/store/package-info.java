/** The documents of Dispatching in its database, named as collections. */
@NullMarked
package com.ecamazon.dispatching.store;

import org.jspecify.annotations.NullMarked;
