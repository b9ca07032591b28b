package com.ecamazon.payment.domain;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.OrderNumber;
import java.time.Instant;

/** Money moved between the bank and us: what the ledger is written from. */
public record MoneyMoved(String reference, OrderNumber order, Movement.Kind kind, Money amount, Instant at) {}
