package com.ecamazon.platform.bus;

/**
 * A question as it is sent, and where its answer belongs.
 *
 * @param number among the questions of the loop that asks
 * @param password of the peer that is asked, see {@link Peer}
 */
record Asked(long number, long password, Question question) {}
