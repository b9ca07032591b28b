/** Dispatching over a real bus and a real data server. */
@NullMarked
package com.ecamazon.dispatching;

import org.jspecify.annotations.NullMarked;
