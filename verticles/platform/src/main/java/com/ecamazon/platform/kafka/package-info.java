/**
 * Kafka as the way of durable events, in place of the bus: outboxes publish to its topics, and each domain reads those that it
 * subscribes to as one consumer group. Nothing of it is loaded unless {@code KAFKA_BOOTSTRAP} is set.
 */
@NullMarked
package com.ecamazon.platform.kafka;

import org.jspecify.annotations.NullMarked;
