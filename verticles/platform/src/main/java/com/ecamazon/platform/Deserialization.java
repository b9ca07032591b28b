package com.ecamazon.platform;

import com.hazelcast.config.JavaSerializationFilterConfig;

/** What may be made from Java-serialised bytes that come in on the cluster port: Vert.x's own rows and nothing else. */
final class Deserialization {
    private Deserialization() {}

    static JavaSerializationFilterConfig onlyVertx() {
        var filter = new JavaSerializationFilterConfig().setDefaultsDisabled(true);
        filter.getWhitelist().addPrefixes("io.vertx.", "com.hazelcast.", "java.", "[");
        return filter;
    }
}
