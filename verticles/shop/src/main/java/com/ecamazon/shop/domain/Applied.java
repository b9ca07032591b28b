package com.ecamazon.shop.domain;

/**
 * How far an order has followed the news of one source, so that a repeat changes nothing.
 *
 * @param source the topic and the subject
 * @param sequence of the last event that was applied
 */
public record Applied(String source, long sequence) {}
