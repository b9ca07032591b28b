package com.ecamazon.gateway;

import com.ecamazon.contract.Contracts;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.gateway.GatewayContract;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.bus.Bindings;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Listens for HTTP and wires what answers. */
public final class GatewayVerticle extends DomainVerticle {
    private static final int IDLE_SECONDS = 60;
    private static final int MAX_URI = 4_096;
    private static final int MAX_HEADERS = 16_384;

    private final WorkingNow working;
    private final LiveFeeds feeds;
    private final LiveBridge bridge;
    private @Nullable RequestTimers timers;
    private @Nullable HttpServer server;

    public GatewayVerticle(Platform platform) {
        super(platform, Domain.GATEWAY);
        working = new WorkingNow(platform);
        feeds = new LiveFeeds(platform, working);
        bridge = new LiveBridge(platform, feeds);
    }

    @Override
    protected Future<?> prepare() {
        return Future.succeededFuture();
    }

    @Override
    protected void bind(Bindings bindings) {
        timers = new RequestTimers(platform.metrics(), bindings);
        feeds.bind(bindings);
        bindings.serve(GatewayContract.CAPABILITIES, request -> Future.succeededFuture(working.worksNow()));
    }

    @Override
    protected Future<?> started() {
        var sessions = new Sessions(platform);
        var routes = RouteTable.of(Contracts.OPERATIONS);
        var rest = new Rest(platform, sessions, routes, Objects.requireNonNull(timers), working);
        var router = Router.router(vertx);
        new Health(platform).mount(router);
        new ApiDocument().mount(router);
        bridge.mount(router);
        new Pages(vertx).mount(router);
        router.route().failureHandler(Problems::failed);
        router.errorHandler(404, Problems::notFound);
        var options = new HttpServerOptions()
                .setIdleTimeout(IDLE_SECONDS)
                .setMaxInitialLineLength(MAX_URI)
                .setMaxHeaderSize(MAX_HEADERS)
                .setHttp2ClearTextEnabled(false)
                .setTcpNoDelay(true)
                // Gateways on one machine share the port: one may come before another goes.
                .setReusePort(true)
                .setCompressionSupported(false)
                // A small compressed frame could grow without end (CVE-2026-102467).
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setRegisterWebSocketWriteHandlers(false);
        return vertx.createHttpServer(options)
                .connectionHandler(connection -> WholeNames.readOn(connection, options))
                .requestHandler(request -> {
                    if (isDraining()) {
                        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                    }
                    if (!rest.handle(request)) {
                        router.handle(request);
                    }
                })
                .listen(
                        platform.settings().integer("HTTP_PORT", 8080),
                        platform.settings().text("HTTP_HOST", "127.0.0.1"))
                .onSuccess(listening -> server = listening);
    }

    @Override
    public Future<?> stop() {
        var closing = server == null ? Future.<Void>succeededFuture() : server.shutdown();
        return closing.transform(done -> bridge.close())
                .transform(done -> super.stop().mapEmpty());
    }
}
