package com.ecamazon.gateway;

import com.ecamazon.contract.ProblemException;
import com.ecamazon.platform.Platform;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.bridge.PermittedOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.sockjs.BridgeEvent;
import io.vertx.ext.web.handler.sockjs.SockJSBridgeOptions;
import io.vertx.ext.web.handler.sockjs.SockJSHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandlerOptions;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The SockJS event-bus bridge at {@code /eventbus}: browsers may only register, each address only by whom it is meant for,
 * over WebSocket. Sending and publishing are refused.
 */
final class LiveBridge {
    private static final int ADDRESSES_PER_SOCKET = 100;
    private static final int SOCKETS = 20_000;
    private static final int CHECK_SECONDS = 60;

    private final Platform platform;
    private final LiveFeeds feeds;
    private final LiveAccess access;
    private final Map<SockJSSocket, Watching> sockets = new ConcurrentHashMap<>();

    /** What a socket watches, and the bearer tokens that opened it. */
    private record Watching(Set<String> addresses, Set<String> tokens) {
        static Watching nothing() {
            return new Watching(ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet());
        }
    }

    LiveBridge(Platform platform, LiveFeeds feeds) {
        this.feeds = feeds;
        this.access = new LiveAccess(platform);
        this.platform = platform;
    }

    void mount(Router router) {
        check();
        var options = new SockJSHandlerOptions().setInsertJSESSIONID(false).setHeartbeatInterval(25_000);
        for (var transport : new String[] {"EVENT_SOURCE", "HTML_FILE", "JSON_P", "XHR"}) {
            options.addDisabledTransport(transport);
        }
        var bridge = new SockJSBridgeOptions()
                .addOutboundPermitted(new PermittedOptions().setAddressRegex("out\\..+"))
                .setMaxHandlersPerSocket(ADDRESSES_PER_SOCKET)
                .setMaxAddressLength(120)
                .setPingTimeout(60_000)
                .setReplyTimeout(5_000);
        router.route("/eventbus*")
                .subRouter(SockJSHandler.create(feeds.browsers(), options).bridge(bridge, this::heard));
    }

    private void check() {
        var period = platform.settings().seconds("LIVE_CHECK_SECONDS", CHECK_SECONDS);
        platform.vertx().setPeriodic(period.toMillis(), timer -> closeEnded());
    }

    Future<Void> close() {
        return feeds.browsers().close();
    }

    private void heard(BridgeEvent event) {
        switch (event.type()) {
            case SOCKET_CREATED -> event.complete(sockets.size() < SOCKETS);
            case SOCKET_CLOSED -> {
                closed(event.socket());
                event.complete(true);
            }
            case REGISTER -> register(event);
            case UNREGISTER -> {
                unregister(event);
                event.complete(true);
            }
            case SEND, PUBLISH -> event.complete(false);
            case RECEIVE -> receive(event);
            default -> event.complete(true);
        }
    }

    private void register(BridgeEvent event) {
        var message = event.getRawMessage();
        var address = message == null ? null : message.getString("address");
        if (address == null) {
            event.complete(false);
            return;
        }
        var headers = message.getJsonObject("headers");
        access.mayWatch(address, headers)
                .onSuccess(may -> {
                    if (may) {
                        watch(event.socket(), address, headers == null ? null : headers.getString("Authorization"));
                    }
                    if (may) {
                        event.complete(true);
                        feeds.greet(address, frame -> event.socket().write(frame.toBuffer()));
                    } else {
                        refuse(event, address, "rejected");
                    }
                })
                .onFailure(failure -> refuse(event, address, isAway(failure) ? "unavailable" : "rejected"));
    }

    /** Says which address is meant, which the bridge's own refusal does not, and whether it is worth asking again. */
    private static void refuse(BridgeEvent event, String address, String why) {
        var frame = new JsonObject().put("type", "err").put("address", address).put("body", why);
        event.socket().write(frame.toBuffer());
        event.complete(false);
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof ProblemException known && known.problem().status() == 503;
    }

    private void watch(SockJSSocket socket, String address, @Nullable String token) {
        var watching = sockets.computeIfAbsent(socket, s -> Watching.nothing());
        if (watching.addresses.add(address)) {
            feeds.watch(address);
        }
        if (token != null) {
            watching.tokens.add(token);
        }
    }

    private void unregister(BridgeEvent event) {
        var message = event.getRawMessage();
        var address = message == null ? null : message.getString("address");
        var watching = sockets.get(event.socket());
        if (address != null && watching != null && watching.addresses.remove(address)) {
            feeds.unwatch(address);
        }
    }

    private void closed(SockJSSocket socket) {
        var watching = sockets.remove(socket);
        if (watching != null) {
            watching.addresses.forEach(feeds::unwatch);
        }
    }

    /** Whoever's token has ended is let go, and comes back with a new one. */
    private void closeEnded() {
        sockets.forEach((socket, watching) -> {
            if (!watching.tokens.stream().allMatch(access::isStillGood)) {
                socket.close();
            }
        });
    }

    /** A browser that does not keep up is let go; it comes back and loads what it missed. */
    private static void receive(BridgeEvent event) {
        if (event.socket().writeQueueFull()) {
            event.complete(false);
            event.socket().close();
        } else {
            event.complete(true);
        }
    }
}
