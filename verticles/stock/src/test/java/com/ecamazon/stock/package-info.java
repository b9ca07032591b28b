/** Stock over a real bus and a real store. */
@NullMarked
package com.ecamazon.stock;

import org.jspecify.annotations.NullMarked;
