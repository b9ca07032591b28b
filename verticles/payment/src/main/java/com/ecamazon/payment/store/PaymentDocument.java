package com.ecamazon.payment.store;

import com.ecamazon.payment.domain.Payment;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it is stored, with what it is looked up by.
 *
 * @param newest grows with the time it was made; unique
 * @param due when recovery must look at it, in milliseconds since 1970; null when nothing is owed to the bank
 */
record PaymentDocument(
        Payment payment,
        String state,
        String newest,
        @Nullable Long due) {
    static PaymentDocument of(Payment payment) {
        return new PaymentDocument(
                payment,
                payment.state().name().toLowerCase(Locale.ROOT),
                SortKey.of(payment.createdAt(), payment.order().value()),
                payment.due().map(Instant::toEpochMilli).orElse(null));
    }
}
