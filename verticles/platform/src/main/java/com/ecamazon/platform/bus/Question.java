package com.ecamazon.platform.bus;

import com.ecamazon.platform.json.Json;
import com.fasterxml.jackson.databind.JavaType;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way, with its envelope. In one JVM the record itself passes; between JVMs its JSON does.
 *
 * @param operation the operation's name, or that of a topic that is delivered
 * @param deadline epoch milliseconds after which nobody waits any more
 * @param operationId the same for every try of one intent
 * @param caller sealed, see {@link CallerSeal}
 * @param trace W3C trace context, or empty
 */
record Question(String operation, long deadline, String operationId, String caller, String trace, Body body) {
    /** The version of the envelope. */
    static final byte VERSION = 2;

    /** In place of one that cannot be read. */
    static final Question NONE = new Question("", 0, "", "", "", Body.of(new byte[0]));

    /** A value, its JSON, or both; each is made from the other when first needed. */
    static final class Body {
        private @Nullable Object value;
        private byte @Nullable [] json;
        private final @Nullable JavaType declared;

        private Body(@Nullable Object value, byte @Nullable [] json, @Nullable JavaType declared) {
            this.value = value;
            this.json = json;
            this.declared = declared;
        }

        /** A value, written as its declared type. */
        static Body of(Object value, JavaType declared) {
            return new Body(value, null, declared);
        }

        static Body of(byte[] json) {
            return new Body(null, json, null);
        }

        byte[] json() {
            if (json == null && value != null && declared != null) {
                var form = OneText.of(declared);
                var written = form == null ? null : form.write(value);
                json = written == null ? Json.write(value, declared) : written;
            }
            return json == null ? new byte[0] : json;
        }

        /** The value; fails with InvalidRequest when the JSON is not one. */
        Object value(JavaType type) {
            if (value == null) {
                var form = OneText.of(type);
                var read = form == null ? null : form.read(json());
                value = read == null ? Json.read(json(), type) : read;
            }
            return value;
        }
    }
}
