package com.ecamazon.gateway;

import com.ecamazon.platform.Platform;
import io.vertx.core.Future;
import io.vertx.ext.bridge.PermittedOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.sockjs.BridgeEvent;
import io.vertx.ext.web.handler.sockjs.SockJSBridgeOptions;
import io.vertx.ext.web.handler.sockjs.SockJSHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandlerOptions;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The SockJS event-bus bridge at {@code /eventbus}: browsers may only register, each address only by whom it is meant for,
 * over WebSocket. Sending and publishing are refused.
 */
final class LiveBridge {
    private static final int ADDRESSES_PER_SOCKET = 100;
    private static final int SOCKETS = 20_000;

    private final LiveFeeds feeds;
    private final LiveAccess access;
    private final Map<SockJSSocket, Set<String>> sockets = new ConcurrentHashMap<>();

    LiveBridge(Platform platform, LiveFeeds feeds) {
        this.feeds = feeds;
        this.access = new LiveAccess(platform);
    }

    void mount(Router router) {
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
        router.route("/eventbus*").subRouter(SockJSHandler.create(feeds.browsers(), options).bridge(bridge, this::heard));
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
        access.mayWatch(address, message.getJsonObject("headers"))
                .onSuccess(may -> {
                    if (may && sockets.computeIfAbsent(event.socket(), s -> new HashSet<>()).add(address)) {
                        feeds.watch(address);
                    }
                    event.complete(may);
                    if (may) {
                        feeds.greet(address);
                    }
                })
                .onFailure(failure -> event.complete(false));
    }

    private void unregister(BridgeEvent event) {
        var message = event.getRawMessage();
        var address = message == null ? null : message.getString("address");
        var watched = sockets.get(event.socket());
        if (address != null && watched != null && watched.remove(address)) {
            feeds.unwatch(address);
        }
    }

    private void closed(SockJSSocket socket) {
        var watched = sockets.remove(socket);
        if (watched != null) {
            watched.forEach(feeds::unwatch);
        }
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
