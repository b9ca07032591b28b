/**
 * What the acquirer decides: checks cards, authorises, captures, voids, refunds, charges back. Owns the book of all
 * authorisations and the statement of money moved. Plain Java; calls nothing.
 */
@NullMarked
package com.ecamazon.bank.domain;

import org.jspecify.annotations.NullMarked;
