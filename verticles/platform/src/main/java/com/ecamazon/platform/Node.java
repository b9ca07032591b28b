package com.ecamazon.platform;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.Topic;
import com.ecamazon.platform.bus.CallerSeal;
import com.ecamazon.platform.bus.Deadline;
import com.ecamazon.platform.bus.Directory;
import com.ecamazon.platform.bus.Dispatcher;
import com.ecamazon.platform.bus.DomainBus;
import com.ecamazon.platform.bus.Door;
import com.ecamazon.platform.bus.Exchange;
import com.ecamazon.platform.bus.Inlet;
import com.ecamazon.platform.bus.Presence;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Outbox;
import com.ecamazon.platform.kafka.KafkaLog;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One JVM of the product: its Vert.x, its place in the cluster, and the instances that live in it. */
public final class Node implements Host {
    static {
        Deadline.register();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    private final Vertx vertx;
    private final String id;
    private final Settings settings;
    private final Secrets secrets;
    private final InstantSource clock;
    private final PrometheusMeterRegistry metrics;
    private final Exchange exchange;
    private final CallerSeal seals;
    /** What carries events in place of the bus, if anything does. */
    private final @Nullable KafkaLog log;

    /** Those under way too. */
    private final List<Future<String>> deployments = new CopyOnWriteArrayList<>();

    private final List<DomainVerticle> verticles = new CopyOnWriteArrayList<>();

    private final BooleanSupplier majority;

    private Node(
            Vertx vertx,
            String id,
            Settings settings,
            InstantSource clock,
            PrometheusMeterRegistry metrics,
            BooleanSupplier majority) {
        this.vertx = vertx;
        this.majority = majority;
        this.id = id;
        this.settings = settings;
        this.clock = clock;
        this.metrics = metrics;
        this.secrets = new Secrets(settings.secret("ECAMAZON_SECRET")
                .orElseThrow(() -> new IllegalArgumentException("ECAMAZON_SECRET or ECAMAZON_SECRET_FILE is not set")));
        this.seals = new CallerSeal(secrets, clock);
        this.exchange = new Exchange(vertx, new Directory(vertx));
        this.log = settings.text("KAFKA_BOOTSTRAP").isPresent() ? new KafkaLog(vertx, settings, secrets) : null;
    }

    /** A node on its own: all domains in this JVM. */
    public static Future<Node> alone(Settings settings, InstantSource clock) {
        var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var vertx = Vertx.builder()
                .with(options(settings))
                .withTransport(Transports.best(settings))
                .withMetrics(new MicrometerMetricsFactory(metrics))
                .build();
        return new Node(vertx, "alone-" + UUID.randomUUID(), settings, clock, metrics, () -> true).open();
    }

    /** A node of a cluster. */
    public static Future<Node> clustered(Settings settings, InstantSource clock) {
        var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var cluster = new Cluster(settings);
        return Vertx.builder()
                .with(options(settings).setEventBusOptions(cluster.busOptions()))
                .withTransport(Transports.best(settings))
                .withMetrics(new MicrometerMetricsFactory(metrics))
                .withClusterManager(cluster.manager())
                .buildClustered()
                .compose(vertx -> {
                    var members = DataMembers.of(
                            cluster.manager().getHazelcastInstance().getCluster());
                    var node = new Node(
                            vertx, cluster.manager().getNodeId(), settings, clock, metrics, members::isMajority);
                    cluster.onLeft(node.exchange.directory()::nodeLeft);
                    Janitor.start(vertx, cluster.manager(), metrics);
                    return node.open();
                });
    }

    private static VertxOptions options(Settings settings) {
        return new VertxOptions()
                .setEventLoopPoolSize(settings.integer(
                        "EVENT_LOOPS", Math.max(2, Runtime.getRuntime().availableProcessors())))
                .setMetricsOptions(new MicrometerMetricsOptions()
                        .setEnabled(true)
                        // Operations and the bank's calls are timed where they are asked and served. Counting each
                        // request, message and packet again tells nothing new and was a tenth of the gateway's work.
                        .addDisabledMetricsCategory(MetricsDomain.HTTP_SERVER)
                        .addDisabledMetricsCategory(MetricsDomain.HTTP_CLIENT)
                        .addDisabledMetricsCategory(MetricsDomain.EVENT_BUS)
                        .addDisabledMetricsCategory(MetricsDomain.NET_CLIENT)
                        .addDisabledMetricsCategory(MetricsDomain.NET_SERVER));
    }

    private Future<Node> open() {
        LOG.info("transport {}", Transports.nameOf(vertx));
        return exchange.directory().open().map(this);
    }

    /** Deploys one instance of a domain; done when it serves. */
    public Future<Void> deploy(Service service) {
        var verticle = service.verticle().apply(platform(service.domain()));
        verticles.add(verticle);
        var deployment = vertx.deployVerticle(verticle);
        deployments.add(deployment);
        return deployment.mapEmpty();
    }

    /** Whether every instance here can serve now. */
    Future<Void> ready() {
        return Future.all(verticles.stream().map(DomainVerticle::ready).toList())
                .mapEmpty();
    }

    @Override
    public boolean seesMajority() {
        return majority.getAsBoolean();
    }

    private Platform platform(Domain domain) {
        var instance = domain.address() + "@" + UUID.randomUUID().toString().substring(0, 8);
        var bus = new DomainBus(vertx, exchange, seals, clock, domain);
        var outbox = new Outbox(domain, log == null ? overBus(bus) : log.delivery());
        var database = Database.open(vertx, settings, domain, instance, outbox, clock);
        return new Platform(
                this, vertx, bus, database, outbox, clock, Chance.MACHINE, settings, secrets, metrics, instance);
    }

    private static Outbox.Delivery overBus(DomainBus bus) {
        return new Outbox.Delivery() {
            @Override
            public <E> Future<Void> deliver(Topic<E> topic, Domain subscriber, Event<E> event) {
                return bus.deliver(topic, subscriber, event);
            }
        };
    }

    @Override
    public Door door(Platform platform, Domain domain) {
        var inlet = log == null ? Inlet.NONE : log.inlet(platform, domain);
        return new Dispatcher(vertx, domain, platform.instance(), seals, metrics, Database::isAway, inlet);
    }

    @Override
    public void announce(Presence presence) {
        exchange.directory().announce(presence);
    }

    @Override
    public List<Presence.Circuit> openCircuits() {
        return exchange.openCircuits();
    }

    @Override
    public Future<Void> selfTest(String instance) {
        return exchange.selfTest(instance);
    }

    public Vertx vertx() {
        return vertx;
    }

    /** The cluster node's id. */
    @Override
    public String id() {
        return id;
    }

    public Settings settings() {
        return settings;
    }

    public Exchange exchange() {
        return exchange;
    }

    public CallerSeal seals() {
        return seals;
    }

    public Secrets secrets() {
        return secrets;
    }

    public InstantSource clock() {
        return clock;
    }

    public PrometheusMeterRegistry metrics() {
        return metrics;
    }

    /** Until when a caller sealed now is good. */
    public Instant sealUntil() {
        return clock.instant().plus(Duration.ofMinutes(5));
    }

    /**
     * Leaves in order: tells others to ask elsewhere, waits until they heard and what is being deployed is settled, finishes
     * what runs, closes.
     *
     * @param notice how long others need to hear; zero for a node that is alone
     */
    public Future<Void> close(Duration notice) {
        verticles.forEach(verticle -> vertx.runOnContext(run -> verticle.drain()));
        var heard = notice.isZero()
                ? Future.<Long>succeededFuture()
                : vertx.timer(notice.toMillis()).<Long>mapEmpty();
        // A promise of no context: the event loops that would bring its completion are gone by then.
        Promise<Void> closed = Promise.promise();
        heard.compose(done -> Future.join(List.copyOf(deployments)))
                .transform(settled -> undeploy())
                .eventually(() -> log == null ? Future.succeededFuture() : log.close())
                .onComplete(done -> vertx.close().onComplete(closed));
        return closed.future();
    }

    private Future<?> undeploy() {
        return Future.join(deployments.reversed().stream()
                .filter(Future::succeeded)
                .map(deployment -> vertx.undeploy(deployment.result()))
                .toList());
    }
}
