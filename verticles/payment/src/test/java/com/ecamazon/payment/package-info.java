/** Payment with real parts: the bank simulator over HTTP, the bus, the data server. */
@NullMarked
package com.ecamazon.payment;

import org.jspecify.annotations.NullMarked;
