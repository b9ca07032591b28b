package com.ecamazon.loadtest.bench;

import com.hazelcast.config.Config;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.transport.Transport;
import io.vertx.spi.cluster.hazelcast.ConfigUtil;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.List;
import java.util.Map;

/**
 * The processes of the ceilings: {@code http PORT}, or {@code gateway PORT} and {@code domain}, which are joined by a
 * clustered event bus. They do what the product cannot do without, and nothing else.
 */
public final class Ceilings {
    private static final String READY = "ready";
    private static final String RECORD = "record";
    private static final int DOMAIN_PORT = 0;
    private static final int GATEWAY_PORT = 1;

    private Ceilings() {}

    /** Serves until it is killed; prints {@code serving} when it does. */
    public static void main(String[] args) {
        int ports = Integer.parseInt(args[1]);
        var serving = switch (args[0]) {
            case "http" -> http(Vertx.builder().withTransport(transport()).build(), ports);
            case "domain" -> clustered(ports + DOMAIN_PORT, ports).compose(Ceilings::domain);
            case "gateway" ->
                clustered(ports + GATEWAY_PORT, ports).compose(vertx -> gateway(vertx, Integer.parseInt(args[2])));
            default -> throw new IllegalArgumentException(args[0]);
        };
        serving.onSuccess(done -> System.out.println("serving")).onFailure(failure -> {
            failure.printStackTrace();
            System.exit(1);
        });
    }

    private static Transport transport() {
        var best = Transport.IO_URING != null && Transport.IO_URING.available() ? Transport.IO_URING : Transport.EPOLL;
        return best != null && best.available() ? best : Transport.NIO;
    }

    private static Future<Vertx> clustered(int port, int ports) {
        Config config = ConfigUtil.loadConfig();
        config.setClusterName("ceilings-" + ports);
        config.setProperty("hazelcast.logging.type", "slf4j")
                .setProperty("hazelcast.phone.home.enabled", "false")
                .setProperty("hazelcast.wait.seconds.before.join", "0")
                .setProperty("hazelcast.max.wait.seconds.before.join", "0");
        config.getNetworkConfig().setPort(port).setPortAutoIncrement(false);
        config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        var join = config.getNetworkConfig().getJoin();
        join.getMulticastConfig().setEnabled(false);
        join.getAutoDetectionConfig().setEnabled(false);
        join.getTcpIpConfig()
                .setEnabled(true)
                .setMembers(List.of("127.0.0.1:" + (ports + DOMAIN_PORT), "127.0.0.1:" + (ports + GATEWAY_PORT)));
        return Vertx.builder()
                .with(new VertxOptions()
                        .setEventBusOptions(
                                new EventBusOptions().setHost("127.0.0.1").setPort(0)))
                .withTransport(transport())
                .withClusterManager(new HazelcastClusterManager(config))
                .buildClustered();
    }

    private static HttpServerOptions options() {
        return new HttpServerOptions().setTcpNoDelay(true);
    }

    private static Future<?> http(Vertx vertx, int port) {
        var body = Buffer.buffer(Sample.bytes());
        return vertx.createHttpServer(options())
                .requestHandler(request -> request.response()
                        .putHeader("content-type", "application/json")
                        .end(body))
                .listen(port, "127.0.0.1");
    }

    private static Future<?> domain(Vertx vertx) {
        var bytes = Buffer.buffer(Sample.bytes());
        var sample = Sample.of();
        vertx.eventBus().<Buffer>consumer(READY, message -> message.reply(bytes));
        return vertx.eventBus()
                .<Buffer>consumer(RECORD, message -> message.reply(Buffer.buffer(Sample.write(sample))))
                .completion();
    }

    private static Future<?> gateway(Vertx vertx, int port) {
        var delivery = new DeliveryOptions().setSendTimeout(2_000);
        var addresses = Map.of("/" + READY, READY, "/" + RECORD, RECORD);
        return vertx.createHttpServer(options())
                .requestHandler(request -> {
                    var address = addresses.getOrDefault(request.path(), READY);
                    var asked = vertx.eventBus().<Buffer>request(address, Buffer.buffer("{\"id\":\"lamp\"}"), delivery);
                    asked.onSuccess(message -> {
                        var body = address.equals(READY)
                                ? message.body()
                                : Buffer.buffer(
                                        Sample.write(Sample.read(message.body().getBytes())));
                        request.response()
                                .putHeader("content-type", "application/json")
                                .end(body);
                    });
                    asked.onFailure(
                            failure -> request.response().setStatusCode(503).end());
                })
                .listen(port, "127.0.0.1");
    }
}
