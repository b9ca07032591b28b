/**
 * The catalogue in memory: an immutable snapshot of all products, full text by Lucene, filters, facets, orders and paging
 * over it. Plain Java; evaluating a query takes up to some milliseconds and belongs on a worker thread.
 */
@NullMarked
package com.ecamazon.shop.search;

import org.jspecify.annotations.NullMarked;
