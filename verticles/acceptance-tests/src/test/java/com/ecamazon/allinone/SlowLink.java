package com.ecamazon.allinone;

import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;

/** A way to a TCP server on which all that is said to it arrives late, in order; the answers come back at once. */
final class SlowLink implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final NetClient client = vertx.createNetClient();
    private final NetServer server;
    private final SocketAddress target;
    private volatile long millis = 1;

    SlowLink(String host, int port) {
        target = SocketAddress.inetSocketAddress(port, host);
        server = LocalPod.await(
                vertx.createNetServer().connectHandler(this::connect).listen(0, "127.0.0.1"));
    }

    int port() {
        return server.actualPort();
    }

    /** How late what is said from now on arrives. */
    void takes(Duration time) {
        millis = Math.max(1, time.toMillis());
    }

    private void connect(NetSocket here) {
        here.pause();
        client.connect(target).onFailure(failure -> here.close()).onSuccess(there -> {
            there.handler(here::write);
            there.closeHandler(closed -> here.close());
            here.closeHandler(closed -> there.close());
            here.handler(new Way(there)::say);
            here.resume();
        });
    }

    /** One connection's way to the server. */
    private final class Way {
        private final NetSocket there;
        private Future<Void> said = Future.succeededFuture();

        Way(NetSocket there) {
            this.there = there;
        }

        /** Arrives when its time is over and what was said before has arrived. */
        void say(Buffer bytes) {
            said = Future.join(said, vertx.timer(millis)).compose(over -> there.write(bytes));
        }
    }

    @Override
    public void close() {
        LocalPod.await(vertx.close());
    }
}
