/**
 * Shop owns the catalogue, carts and orders. It serves products, search, carts, promotion codes, delivery options and orders;
 * it calls Stock (holds, allocations, withdrawal) and Payment (authorise, void), and follows the news of Stock, Shipping and
 * Payment. An order is carried through by a saga whose whole state is in the order's document.
 */
@NullMarked
package com.ecamazon.shop;

import org.jspecify.annotations.NullMarked;
