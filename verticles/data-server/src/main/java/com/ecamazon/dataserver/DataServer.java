package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A MongoDB server for one machine: wire protocol on the loopback address unless told otherwise, all databases in one file.
 * It asks nobody who they are, so it belongs on no address that others can reach.
 *
 * <p>A write with {@code j: true} is answered when it would survive {@code kill -9} of this process; other writes are
 * kept within about 50 ms. Loss of power may cost the last moments, for nothing waits for the disk itself.
 */
public final class DataServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final Store store;
    private final EventLoopGroup loops;
    private final ExecutorService workers;
    private final Channel listener;

    private DataServer(Store store, String host, int port) {
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        this.store = store;
        this.loops = new MultiThreadIoEventLoopGroup(
                threads, new DefaultThreadFactory("data-server-loop", true), Sockets.handler());
        this.workers = Executors.newFixedThreadPool(threads, new DefaultThreadFactory("data-server-worker", true));
        DocumentBackend backend = new DocumentBackend(store);
        ChannelFuture bound = new ServerBootstrap()
                .group(loops)
                .channel(Sockets.listener())
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new MongoWireReplyEncoder())
                                .addLast(new WireEncoder())
                                .addLast(new WireDecoder())
                                .addLast(new RequestHandler(backend, store, workers));
                    }
                })
                .bind(new InetSocketAddress(InetAddress.ofLiteral(host), port))
                .awaitUninterruptibly();
        this.listener = bound.channel();
        if (!bound.isSuccess()) {
            stop();
            throw new DataServerException("Port " + port + " on " + host + " can't be bound.", bound.cause());
        }
    }

    /**
     * Opens the data in a folder, which is made when there is none, and serves it.
     *
     * @param port the port on 127.0.0.1, 0 for any that is free
     * @throws DataServerException when the folder can't be written, the port is taken or another process has the data open
     */
    public static DataServer open(Path folder, int port) {
        return open(folder, LOOPBACK, port);
    }

    /** As {@link #open(Path, int)}, on another of the machine's addresses. */
    static DataServer open(Path folder, String host, int port) {
        return serve(Store.open(folder), host, port);
    }

    static DataServer serve(Store store, int port) {
        return serve(store, LOOPBACK, port);
    }

    private static DataServer serve(Store store, String host, int port) {
        try {
            return new DataServer(store, host, port);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** The port that is served. */
    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /**
     * What a driver connects to.
     *
     * <p>The options save a driver the tries of a replica set; it works without them too, for the server announces no
     * sessions and a driver then retries no write.
     */
    public String url() {
        var address = (InetSocketAddress) listener.localAddress();
        return urlOf(address.getAddress().getHostAddress(), address.getPort());
    }

    /** What a driver connects to when a server of another process listens there. */
    public static String urlOf(String host, int port) {
        return "mongodb://" + host + ":" + port + "/?directConnection=true&retryWrites=false&retryReads=false";
    }

    /**
     * Completes with the cause when the data file can't be used any more, as after a lack of memory. Everything is
     * refused from then on; what was acknowledged is there when a new process opens it.
     */
    public CompletionStage<Throwable> lost() {
        return store.lost();
    }

    private void stop() {
        listener.close().awaitUninterruptibly();
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
        workers.shutdown();
        try {
            workers.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends all connections, brings the file up to date and closes it; a second call does nothing. */
    @Override
    public void close() {
        stop();
        store.close();
    }
}
