package com.ecamazon.bank;

import com.ecamazon.bank.store.Journal;
import com.ecamazon.bank.store.JournalFile;
import com.ecamazon.bank.store.Recovery;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The bank on one event loop: every route, a line each, and the parts behind them. */
final class BankVerticle extends VerticleBase {

    private static final int BODY_LIMIT = 16 * 1024;
    private static final int IDLE_SECONDS = 30;
    private static final int STOP_SECONDS = 5;

    private final BankOptions options;
    private final JournalFile file;
    private final byte[] authorization;
    private final Dice dice = new Dice();
    private final CardKey cardKey;
    private @Nullable Running running;

    private record Running(HttpServer server, Exchange exchange, Callbacks callbacks, Journal journal) {}

    BankVerticle(BankOptions options, JournalFile file, CardKey cardKey) {
        this.options = options;
        this.file = file;
        this.cardKey = cardKey;
        this.authorization = ("Bearer " + options.secrets().apiKey()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Future<?> start() {
        InstantSource clock = InstantSource.system();
        Recovery recovery = file.recovery();
        Journal journal = new Journal(vertx, file);
        WebhookSignature signature = new WebhookSignature(options.secrets().webhookSecret());
        CallbackPost post = new CallbackPost(vertx, clock, signature, cardKey.folderName(), options.callbacks());
        Callbacks callbacks = new Callbacks(vertx, journal, options.callbacks(), dice, post);
        Acquirer acquirer =
                new Acquirer(vertx, clock, options.pendingPause(), recovery, journal, post, callbacks, cardKey);
        Exchange exchange = new Exchange(vertx, journal, callbacks, dice);
        HttpServer server =
                vertx.createHttpServer(serverOptions()).requestHandler(routes(acquirer, callbacks, exchange));
        running = new Running(server, exchange, callbacks, journal);
        return server.listen(options.port(), options.host())
                .onSuccess(_ -> resume(recovery, acquirer, callbacks, post));
    }

    private void resume(Recovery recovery, Acquirer acquirer, Callbacks callbacks, CallbackPost post) {
        recovery.callbackUrl().map(URI::create).ifPresent(post::sendTo);
        recovery.owed().forEach((number, notice) -> {
            if (recovery.parked().contains(number)) {
                callbacks.park(number, notice);
            } else {
                callbacks.queue(number, notice);
            }
        });
        options.callbackUrl().ifPresent(acquirer::sendCallbacksTo);
        acquirer.resume();
    }

    @Override
    public Future<?> stop() {
        if (running == null) {
            return Future.succeededFuture();
        }
        running.exchange().close();
        return running.server()
                .shutdown(STOP_SECONDS, TimeUnit.SECONDS)
                .eventually(running.callbacks()::close)
                .eventually(running.journal()::close);
    }

    int port() {
        if (running == null) {
            throw new IllegalStateException("The bank does not run");
        }
        return running.server().actualPort();
    }

    private static HttpServerOptions serverOptions() {
        return new HttpServerOptions()
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setHttp2ClearTextEnabled(false)
                .setMaxHeaderSize(8192);
    }

    private Router routes(Acquirer acquirer, Callbacks callbacks, Exchange exchange) {
        Router router = Router.router(vertx);
        for (int status : new int[] {400, 404, 405, 413, 500}) {
            router.errorHandler(status, Exchange::fail);
        }
        router.get("/health").handler(exchange.steady((_, _) -> Answer.ok(health())));

        router.route("/v1/*").failureHandler(Exchange::fail);
        router.route("/v1/*").handler(this::requireKey);
        router.route("/v1/*").handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT));

        BankRoutes routes = new BankRoutes(acquirer);
        router.post("/v1/tokens").handler(exchange.hostile(routes::storeCard));
        router.get("/v1/tokens/:token").handler(exchange.hostile(routes::card));
        router.get("/v1/authorizations").handler(exchange.hostile(routes::approved));
        router.put("/v1/authorizations/:reference").handler(exchange.charging(routes::authorize));
        router.get("/v1/authorizations/:reference").handler(exchange.hostile(routes::authorization));
        router.put("/v1/authorizations/:reference/void").handler(exchange.charging(routes::cancel));
        router.put("/v1/authorizations/:reference/captures/:operation").handler(exchange.charging(routes::capture));
        router.put("/v1/authorizations/:reference/refunds/:operation").handler(exchange.charging(routes::refund));
        router.put("/v1/authorizations/:reference/chargebacks/:operation").handler(exchange.steady(routes::chargeBack));
        router.get("/v1/statement").handler(exchange.hostile(routes::statement));
        router.get("/v1/merchant").handler(exchange.steady((_, _) -> acquirer.merchant()));
        router.put("/v1/merchant").handler(exchange.steady(routes::merchant));
        router.get("/v1/callbacks").handler(exchange.steady((r, _) -> Answer.ok(callbacks.list(routes.parked(r)))));
        router.get("/v1/faults").handler(exchange.steady((_, _) -> Answer.ok(Documents.faults(dice.faults()))));
        router.put("/v1/faults").handler(exchange.steady((r, _) -> faults(Faults.of(RequestBody.of(r)))));
        router.delete("/v1/faults").handler(exchange.steady((_, _) -> faults(Faults.NONE)));
        return router;
    }

    private void requireKey(RoutingContext request) {
        String sent = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (sent == null || !MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), authorization)) {
            request.response().putHeader("www-authenticate", "Bearer");
            throw new Problem(401, "UNAUTHORIZED", "The API key is missing or wrong.");
        }
        request.next();
    }

    private Answer faults(Faults faults) {
        dice.load(faults);
        return Answer.ok(Documents.faults(faults));
    }

    private static ObjectNode health() {
        return Documents.object().put("status", "up");
    }
}
