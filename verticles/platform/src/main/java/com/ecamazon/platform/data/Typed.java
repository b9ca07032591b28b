package com.ecamazon.platform.data;

/** A record in a document on its way to the database, which is written as its shape says. */
record Typed(Object value, Shape shape) {}
