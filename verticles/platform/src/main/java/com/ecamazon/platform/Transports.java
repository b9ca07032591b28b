package com.ecamazon.platform;

import com.mongodb.connection.TransportSettings;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.uring.IoUringSocketChannel;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.transport.Transport;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** How bytes get to the network: io_uring where the kernel allows it, else epoll, else the JDK's selectors. */
public final class Transports {
    private Transports() {}

    /** The best that works here; {@code TRANSPORT} names another. */
    static Transport best(Settings settings) {
        return switch (settings.text("TRANSPORT", "io_uring")) {
            case "nio" -> Transport.NIO;
            case "epoll" -> usable(Transport.EPOLL) ? Transport.EPOLL : Transport.NIO;
            default ->
                usable(Transport.IO_URING)
                        ? Transport.IO_URING
                        : usable(Transport.EPOLL) ? Transport.EPOLL : Transport.NIO;
        };
    }

    private static boolean usable(@Nullable Transport transport) {
        if (transport == null) {
            return false;
        }
        if (!transport.available()) {
            LoggerFactory.getLogger(Transports.class)
                    .info(
                            "transport {} cannot be used: {}",
                            transport.name(),
                            String.valueOf(transport.unavailabilityCause()));
        }
        return transport.available();
    }

    /** The transport that Vert.x really uses. */
    static String nameOf(Vertx vertx) {
        return ((VertxInternal) vertx).transport().getClass().getSimpleName();
    }

    /** The loops and sockets of this Vert.x, for the MongoDB driver. */
    public static TransportSettings ofDriver(Vertx vertx) {
        return TransportSettings.nettyBuilder()
                .eventLoopGroup(((VertxInternal) vertx).nettyEventLoopGroup())
                .socketChannelClass(
                        switch (nameOf(vertx)) {
                            case "IoUringTransport" -> IoUringSocketChannel.class;
                            case "EpollTransport" -> EpollSocketChannel.class;
                            default -> NioSocketChannel.class;
                        })
                .build();
    }
}
