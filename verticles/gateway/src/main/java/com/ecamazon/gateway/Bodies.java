package com.ecamazon.gateway;

import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Reads a request's body up to a limit; over it the answer is 413 and the rest is not read. */
final class Bodies {
    private Bodies() {}

    static Future<byte[]> read(HttpServerRequest request, int limit) {
        var declared = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (declared != null && (declared.length() > 9 || Long.parseLong(declared) > limit)) {
            return Future.failedFuture(tooLarge(request));
        }
        Promise<byte[]> promise = Promise.promise();
        var body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() > limit) {
                request.handler(null);
                promise.tryFail(tooLarge(request));
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.exceptionHandler(promise::tryFail);
        request.endHandler(end -> promise.tryComplete(body.getBytes()));
        return promise.future();
    }

    private static ProblemException tooLarge(HttpServerRequest request) {
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        return new ProblemException(Problem.of(413, "TOO_LARGE", "The body is larger than 64 KiB."));
    }
}
