package com.ecamazon.bank.domain;

import java.time.Instant;

/**
 * One movement of money in the bank's own account.
 *
 * @param line its number, from 1, without gaps
 */
public record StatementLine(
        long line, Instant at, Operation.Kind kind, String reference, String operationReference, Money amount) {}
