package com.ecamazon.bank;

import com.ecamazon.bank.domain.Notice;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Posts one callback to the merchant over kept-open connections. */
final class CallbackPost {

    private static final CharSequence ID = HttpHeaders.createOptimized("webhook-id");
    private static final CharSequence TIMESTAMP = HttpHeaders.createOptimized("webhook-timestamp");
    private static final CharSequence SIGNATURE = HttpHeaders.createOptimized("webhook-signature");
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final int CLOSE_SECONDS = 2;

    private final HttpClient client;
    private final InstantSource clock;
    private final WebhookSignature signature;
    private final String idPrefix;
    private final long timeoutMillis;
    private Optional<URI> url = Optional.empty();
    private RequestOptions target = new RequestOptions();

    CallbackPost(Vertx vertx, InstantSource clock, WebhookSignature signature, String folder, CallbackPolicy policy) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(true).setConnectTimeout(2000),
                new PoolOptions().setHttp1MaxSize(policy.concurrency()));
        this.clock = clock;
        this.signature = signature;
        this.idPrefix = "evt_" + folder + "_";
        this.timeoutMillis = policy.timeout().toMillis();
    }

    Optional<URI> url() {
        return url;
    }

    void sendTo(URI next) {
        url = Optional.of(next);
        target = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(next.toString())
                .setConnectTimeout(timeoutMillis)
                .setIdleTimeout(timeoutMillis);
    }

    /** The same callback has the same id at every attempt, before and after a restart. */
    String id(long number) {
        return idPrefix + number;
    }

    /** Succeeds when the merchant answered 2xx; a forged one carries a signature of chance. */
    Future<Void> send(long number, Notice notice, boolean forged) {
        String id = id(number);
        byte[] body = Documents.bytes(Documents.notice(id, notice));
        long seconds = clock.instant().getEpochSecond();
        String signed = forged
                ? new WebhookSignature("forged" + ThreadLocalRandom.current().nextLong()).of(id, seconds, body)
                : signature.of(id, seconds, body);
        return client.request(target).compose(request -> post(request, id, seconds, signed, body));
    }

    Future<Void> close() {
        return client.shutdown(CLOSE_SECONDS, TimeUnit.SECONDS);
    }

    private static Future<Void> post(HttpClientRequest request, String id, long seconds, String signed, byte[] body) {
        return request.putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                .putHeader(ID, id)
                .putHeader(TIMESTAMP, Long.toString(seconds))
                .putHeader(SIGNATURE, signed)
                .send(Buffer.buffer(body))
                .compose(response -> response.end().map(response.statusCode()))
                .compose(status -> status >= 200 && status < 300
                        ? Future.succeededFuture()
                        : Future.failedFuture("The merchant answered " + status));
    }
}
