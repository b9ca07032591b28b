/** Decisions on carts, prices, promises and orders, in plain Java: no bus, no store, no clock. */
@NullMarked
package com.ecamazon.shop.domain;

import org.jspecify.annotations.NullMarked;
