/** The decisions of the acquirer, by example. */
@NullMarked
package com.ecamazon.bank.domain;

import org.jspecify.annotations.NullMarked;
