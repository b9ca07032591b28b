package com.ecamazon.gateway;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.json.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.Arrays;
import java.util.Map;

/** Liveness (this process runs), readiness (every domain has joined and serves) and metrics. */
final class Health {
    private final Platform platform;

    Health(Platform platform) {
        this.platform = platform;
    }

    void mount(Router router) {
        router.get("/health/live").method(HttpMethod.HEAD).handler(context -> context.json(Map.of("status", "up")));
        router.get("/health/ready").method(HttpMethod.HEAD).handler(context -> {
            var directory = platform.node().exchange().directory();
            var away = Arrays.stream(Domain.values())
                    // The shop goes on without its auditor.
                    .filter(domain -> domain != Domain.AUDITOR && !directory.isServed(domain))
                    .toList();
            var body = Json.object().put("status", away.isEmpty() ? "up" : "down");
            var names = body.putArray("away");
            away.forEach(domain -> names.add(domain.address()));
            int status = away.isEmpty() ? 200 : 503;
            Problems.advise(context.response(), status);
            context.response()
                    .setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(Buffer.buffer(Json.write(body)));
        });
        router.get("/metrics")
                .method(HttpMethod.HEAD)
                .handler(context -> context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
                        .end(platform.node().metrics().scrape()));
    }
}
