/** The rules of money, by example and over random carts. */
@NullMarked
package com.ecamazon.payment.domain;

import org.jspecify.annotations.NullMarked;
