package com.ecamazon.payment.domain;

/** Where the money that the bank sets aside for an order stands. */
public enum Hold {
    /** The bank was asked; what it said is not known. */
    ASKED,
    AUTHORISED,
    DECLINED,
    /** To be let go; the bank has not confirmed it yet. */
    VOIDING,
    /** Nothing is held, and nothing will be for this order. */
    VOIDED
}
