package com.ecamazon.platform.data;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.auditor.EventFacts.Outboxes;
import com.ecamazon.contract.operations.ParkedEvents.Parking;
import com.ecamazon.contract.operations.ParkedEvents.Redrive;
import com.ecamazon.contract.operations.ParkedEvents.Redriven;
import com.ecamazon.platform.Chance;
import com.ecamazon.platform.Settings;
import com.ecamazon.platform.Transports;
import com.mongodb.MongoClientSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.MongoClient;
import io.vertx.ext.mongo.impl.config.MongoClientOptionsParser;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.Codec;
import org.bson.codecs.configuration.CodecRegistries;

/** A domain's own database. */
public final class Database {
    private final Vertx vertx;
    private final MongoClient client;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Chance chance;
    private final int cacheSize;
    private final List<Documents<?>> collections = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();

    /** A domain's database behind a client that writes and reads documents by {@link #codec()}. */
    public Database(Vertx vertx, MongoClient client, Outbox outbox, InstantSource clock, Chance chance, int cacheSize) {
        this.vertx = vertx;
        this.client = client;
        this.outbox = outbox;
        this.clock = clock;
        this.chance = chance;
        this.cacheSize = cacheSize;
    }

    /**
     * Opens the domain's database at {@code MONGO_URL}. {@code DOCUMENT_CACHE=0} makes every decision load first, which tests
     * use.
     */
    public static Database open(
            Vertx vertx, Settings settings, Domain domain, String instance, Outbox outbox, InstantSource clock) {
        var url = settings.text("MONGO_URL", "mongodb://127.0.0.1:27017");
        var config = new JsonObject()
                .put("connection_string", withLimits(url))
                .put("db_name", settings.text("MONGO_PREFIX", "") + domain.address());
        var drivers = new MongoClientOptionsParser(vertx, config).settings();
        // The driver would make loops of its own on another transport, and every answer would cross threads.
        var client = MongoClient.createWithMongoSettings(
                vertx,
                config,
                instance,
                MongoClientSettings.builder(drivers)
                        .transportSettings(Transports.ofDriver(vertx))
                        .codecRegistry(CodecRegistries.fromRegistries(
                                CodecRegistries.fromCodecs(new DocumentCodec()), drivers.getCodecRegistry()))
                        .build());
        return new Database(vertx, client, outbox, clock, Chance.MACHINE, settings.integer("DOCUMENT_CACHE", 20_000));
    }

    /** How documents are written and read. */
    public static Codec<JsonObject> codec() {
        return new DocumentCodec();
    }

    /** What the driver leaves unbounded is bounded, unless the URL says otherwise. */
    private static String withLimits(String url) {
        var limits = new StringBuilder(url);
        if (!url.contains("/?")) {
            limits.append(url.indexOf('/', "mongodb://".length()) < 0 ? "/?" : "?");
        } else {
            limits.append('&');
        }
        for (var limit : new String[] {
            "serverSelectionTimeoutMS=700",
            "connectTimeoutMS=1000",
            "timeoutMS=5000",
            "maxPoolSize=20",
            "maxIdleTimeMS=60000"
        }) {
            if (!url.contains(limit.substring(0, limit.indexOf('=')))) {
                limits.append(limit).append('&');
            }
        }
        return limits.substring(0, limits.length() - 1);
    }

    /** The documents of a collection, each holding one state. */
    public <S> Documents<S> documents(String collection, Class<S> state) {
        var documents = new Documents<>(vertx, client, outbox, collection, state, clock, chance, cacheSize);
        collections.add(documents);
        return documents;
    }

    /** Where records of a durable log are set aside that the domain cannot apply. */
    public ParkedRecords parkedRecords(Domain group) {
        heard.add(ParkedRecords.HEARD);
        return new ParkedRecords(client, group);
    }

    /** Creates the indexes of all collections that were asked for. */
    public Future<Void> open() {
        return Future.all(collections.stream().map(Documents::open).toList()).mapEmpty();
    }

    /** Goes on delivering the events that an earlier run left. */
    public Future<Void> resume() {
        return Future.all(collections.stream().map(Documents::resume).toList()).mapEmpty();
    }

    /** What the outboxes hold since this time or longer, and what is parked. */
    public Future<Outboxes> outboxes(Instant before) {
        var names = Stream.concat(collections.stream().map(Documents::collection), heard.stream());
        return new OutboxFacts(client).of(names.toList(), before);
    }

    /** Whether a failure says that the database is away, rather than that something is wrong. */
    public static boolean isAway(Throwable failure) {
        return Mongo.isAway(failure);
    }

    /** Events that subscriber groups keep refusing. */
    public Future<Parking> parked() {
        return parkedNews().shown();
    }

    /** Delivers them again. */
    public Future<Redriven> redrive(Redrive wanted) {
        return parkedNews().redrive(wanted);
    }

    private ParkedNews parkedNews() {
        return new ParkedNews(
                vertx, collections.stream().<Parked>map(Documents::parked).toList());
    }

    /** Whether the database answers; a domain that keeps nothing does not need it. */
    public Future<Void> ping() {
        return collections.isEmpty()
                ? Future.succeededFuture()
                : client.runCommand("ping", new JsonObject().put("ping", 1)).mapEmpty();
    }

    public Future<Void> close() {
        return client.close();
    }
}
