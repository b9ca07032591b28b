package com.ecamazon.contract;

/** What a caller of an operation gets while the domain that serves it is away. */
public enum Away {
    /** 503 with {@code Retry-After}; nothing was changed. */
    REFUSE,
    /** The last known answer, marked stale. */
    LAST_KNOWN,
    /** The request is accepted and finished later. */
    LATER
}
