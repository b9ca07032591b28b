/** The shop's documents, named as collections: products, categories, carts, orders, promotion codes. */
@NullMarked
package com.ecamazon.shop.store;

import org.jspecify.annotations.NullMarked;
