package com.ecamazon.loadtest.bench;

/** A cart with its line, and the token that pays it. */
record Filled(String cart, String token) {}
