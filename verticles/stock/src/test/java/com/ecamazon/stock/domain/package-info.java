/** Stock's decisions, by example and at random. */
@NullMarked
package com.ecamazon.stock.domain;

import org.jspecify.annotations.NullMarked;
