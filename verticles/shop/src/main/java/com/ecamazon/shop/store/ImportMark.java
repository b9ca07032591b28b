package com.ecamazon.shop.store;

import java.time.Instant;

/** The last import of the catalogue; written journaled behind it, so that all before it is kept as well. */
public record ImportMark(Instant at, int products, int categories) {}
