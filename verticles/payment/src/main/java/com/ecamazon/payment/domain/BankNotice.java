package com.ecamazon.payment.domain;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.OrderNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * News from the bank.
 *
 * @param type such as {@code capture.success}
 * @param operationReference of a movement; null for news of a hold
 */
public record BankNotice(
        String id, String type, OrderNumber order, @Nullable String operationReference, Money amount, Instant at) {}
