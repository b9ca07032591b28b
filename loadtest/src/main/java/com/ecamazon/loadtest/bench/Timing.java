package com.ecamazon.loadtest.bench;

/**
 * How a number of requests went.
 *
 * @param p50 milliseconds
 * @param p99 milliseconds
 * @param failed answers that were not what they should be
 */
record Timing(long requests, double seconds, double p50, double p99, long failed) {}
