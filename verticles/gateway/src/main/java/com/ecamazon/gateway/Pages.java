package com.ecamazon.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;

/** The pages and the libraries they import, from the class path. */
final class Pages {
    private final Vertx vertx;
    private final Webjars webjars = Webjars.onClassPath();
    private final String policy = ContentPolicy.of("webroot/index.html");

    Pages(Vertx vertx) {
        this.vertx = vertx;
    }

    void mount(Router router) {
        router.get("/webjars/*").method(HttpMethod.HEAD).handler(context -> webjars.send(vertx, context));
        router.get("/*")
                .method(HttpMethod.HEAD)
                .handler(this::secure)
                .handler(StaticHandler.create("webroot")
                        .setDirectoryListing(false)
                        .setCachingEnabled(true)
                        .setMaxAgeSeconds(0)
                        .setIndexPage("index.html"));
    }

    private void secure(RoutingContext context) {
        context.response()
                .putHeader("Content-Security-Policy", policy)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(self)")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        context.next();
    }
}
