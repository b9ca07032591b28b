/** Decisions by example, without bus and store. */
@NullMarked
package com.ecamazon.shop.domain;

import org.jspecify.annotations.NullMarked;
