package com.ecamazon.platform.data;

/**
 * A record of a durable log, as it came and before anybody trusts it.
 *
 * @param topic the log's name of the topic
 * @param key the aggregate's id
 * @param version of the contract, by which the value was written
 */
public record LogRecord(
        String topic, int partition, long offset, String key, String value, String version, String signature) {
    /** Where it stands in the log, which no other record shares. */
    public String place() {
        return topic + "/" + partition + "/" + offset;
    }
}
