package com.ecamazon.payment;

import com.ecamazon.platform.json.Json;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** The line to the bank. */
public interface BankLine {
    /** An answer of the bank below 500. */
    record Reply(int status, Buffer body) {
        boolean ok() {
            return status < 300;
        }

        /** Why the bank refuses, as a code of its protocol. */
        String code() {
            var code = Json.tree(body.getBytes()).path("code").asText();
            return code.isEmpty() ? "HTTP_" + status : code;
        }

        <T> T as(Class<T> type) {
            return Json.read(body.getBytes(), type);
        }
    }

    /** True while nobody answers and nothing is sent. */
    boolean isOpen();

    /**
     * Sends a request; the body is written as JSON. Fails with 503 when the bank does not answer in time, is overwhelmed or
     * says 5xx: what it did is unknown then.
     */
    Future<Reply> send(HttpMethod method, String path, @Nullable Object body);

    Future<Void> close();
}
