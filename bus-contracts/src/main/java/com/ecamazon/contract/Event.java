package com.ecamazon.contract;

import java.time.Instant;

/**
 * An event of a {@link Topic} on its way, with the attributes that CloudEvents 1.0.2 names.
 *
 * @param id unique: topic, subject and sequence; a receiver that saw it makes no second effect
 * @param subject the aggregate, such as an order number
 * @param sequence grows by one with each event of the subject
 */
public record Event<E>(String id, String subject, long sequence, Instant time, E data) {}
