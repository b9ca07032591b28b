package com.ecamazon.gateway;

import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Reads a request's body up to a limit; over it the answer is 413 and the connection ends. */
final class Bodies {
    /** How long what still comes is thrown away, so that the client gets to read the answer. */
    private static final long LINGER_MILLIS = 1_000;

    private Bodies() {}

    /** Whether a body follows, wanted or not. */
    static boolean comesWith(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    static Future<byte[]> read(Vertx vertx, HttpServerRequest request, int limit) {
        var declared = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (declared != null && (declared.length() > 9 || Long.parseLong(declared) > limit)) {
            return Future.failedFuture(tooLarge(vertx, request));
        }
        Promise<byte[]> promise = Promise.promise();
        var body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() > limit) {
                promise.tryFail(tooLarge(vertx, request));
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.exceptionHandler(promise::tryFail);
        request.endHandler(end -> promise.tryComplete(body.getBytes()));
        return promise.future();
    }

    private static ProblemException tooLarge(Vertx vertx, HttpServerRequest request) {
        long patience =
                vertx.setTimer(LINGER_MILLIS, over -> request.connection().close());
        request.handler(null).endHandler(end -> {
            vertx.cancelTimer(patience);
            request.connection().close();
        });
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        return new ProblemException(Problem.of(413, "TOO_LARGE", "The body is larger than 64 KiB."));
    }
}
