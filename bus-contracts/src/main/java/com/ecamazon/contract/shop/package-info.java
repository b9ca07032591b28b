/** What the Shop domain serves: catalogue, carts, checkout, orders. */
@NullMarked
package com.ecamazon.contract.shop;

import org.jspecify.annotations.NullMarked;
