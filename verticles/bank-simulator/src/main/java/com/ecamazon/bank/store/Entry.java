package com.ecamazon.bank.store;

import com.ecamazon.bank.domain.Fact;

/** One line of the journal. */
public sealed interface Entry {

    /**
     * A fact of the book.
     *
     * @param notice number of the callback that it owes the merchant, 0 for none
     */
    record Happened(long notice, Fact fact) implements Entry {}

    /** The merchant took the callback, or it is not owed any more. */
    record Delivered(long notice) implements Entry {}

    /** The callback was given up after its last attempt. */
    record Parked(long notice) implements Entry {}

    /** Where callbacks go; parked ones are owed again. */
    record MerchantSet(String callbackUrl) implements Entry {}
}
