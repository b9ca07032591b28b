package com.ecamazon.contract;

/** What a caller of an operation gets while a domain that it needs is away. */
public enum Away {
    /** 503 with {@code Retry-After}; nothing was changed. */
    REFUSE,
    /** The last known answer, marked stale by {@code Cache-Status} and {@code Age}; 503 where none is known. */
    LAST_KNOWN,
    /** The request is accepted and finished later. */
    LATER
}
