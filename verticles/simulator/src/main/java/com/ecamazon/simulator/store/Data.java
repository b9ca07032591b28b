package com.ecamazon.simulator.store;

import com.ecamazon.platform.data.Database;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one domain: BSON by id, as a database has them. What they mean to a query is asked of the embedded
 * server's own matcher; no stored document is ever changed in place.
 */
public final class Data {
    private static final Codec<JsonObject> CODEC = Database.codec();
    private static final QueryMatcher MATCHER = new DefaultQueryMatcher();

    private final Map<String, Map<String, Row>> collections = new LinkedHashMap<>();
    private final boolean fenced;

    /** A stored document, and its bytes as soon as somebody reads it. */
    private static final class Row {
        private final Document document;
        private byte @Nullable [] bytes;

        Row(Document document) {
            this.document = document;
        }

        Document document() {
            return document;
        }

        JsonObject read() {
            if (bytes == null) {
                bytes = encoded(document);
            }
            try (var reader = new BsonBinaryReader(ByteBuffer.wrap(bytes))) {
                return CODEC.decode(reader, DecoderContext.builder().build());
            }
        }
    }

    /** @param fenced false for a store that changes a document whatever its version is */
    public Data(boolean fenced) {
        this.fenced = fenced;
    }

    /** The same documents in a store of their own. */
    public Data copy(boolean copyFenced) {
        var copy = new Data(copyFenced);
        collections.forEach((name, rows) -> copy.collections.put(name, new LinkedHashMap<>(rows)));
        return copy;
    }

    /** Fails when the id is taken. */
    void insert(String collection, JsonObject document) {
        var stored = stored(document);
        if (rows(collection).putIfAbsent(idOf(stored), new Row(stored)) != null) {
            throw new Taken(idOf(stored));
        }
    }

    /** Changes the first document that matches; false when none does. */
    boolean update(String collection, JsonObject filter, JsonObject update) {
        var wanted = filter.copy();
        if (!fenced) {
            wanted.remove("version");
        }
        var found = matching(collection, wanted).findFirst();
        found.ifPresent(row -> {
            var after = Change.of(stored(update)).apply(row.document());
            rows(collection).put(idOf(after), new Row(after));
        });
        return found.isPresent();
    }

    /** Removes the first document that matches; false when none does. */
    boolean remove(String collection, JsonObject filter) {
        var found = matching(collection, filter).findFirst();
        found.ifPresent(row -> rows(collection).remove(idOf(row.document())));
        return found.isPresent();
    }

    Optional<JsonObject> first(String collection, JsonObject filter) {
        return matching(collection, filter).findFirst().map(Row::read);
    }

    long count(String collection, JsonObject filter) {
        return matching(collection, filter).count();
    }

    /** @param limit 0 or less for all */
    List<JsonObject> find(String collection, JsonObject filter, JsonObject sort, int skip, int limit) {
        var found = matching(collection, filter);
        if (!sort.isEmpty()) {
            var order = new DocumentComparator(Queries.document(sort));
            found = found.sorted((a, b) -> order.compare(a.document(), b.document()));
        }
        return found.skip(skip)
                .limit(limit > 0 ? limit : Long.MAX_VALUE)
                .map(Row::read)
                .toList();
    }

    /** All documents of a collection as they are. */
    public Collection<Document> all(String collection) {
        return rows(collection).values().stream().map(Row::document).toList();
    }

    /** The collections that have documents. */
    public Collection<String> collections() {
        return collections.keySet();
    }

    private Stream<Row> matching(String collection, JsonObject filter) {
        var rows = rows(collection);
        if (rows.isEmpty()) {
            return Stream.empty();
        }
        var query = Queries.document(filter);
        if (query.get("_id") instanceof String id) {
            var row = rows.get(id);
            return row != null && MATCHER.matches(row.document(), query) ? Stream.of(row) : Stream.empty();
        }
        return rows.values().stream().filter(any -> MATCHER.matches(any.document(), query));
    }

    private Map<String, Row> rows(String collection) {
        return collections.computeIfAbsent(collection, name -> new LinkedHashMap<>());
    }

    private static String idOf(Document document) {
        if (document.get("_id") instanceof String id) {
            return id;
        }
        throw new UnsupportedOperationException("not simulated: a document without a text as its id");
    }

    private static Document stored(JsonObject json) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(encoded(json)));
    }

    private static byte[] encoded(JsonObject json) {
        var out = new BasicOutputBuffer();
        try (var writer = new BsonBinaryWriter(out)) {
            CODEC.encode(writer, json, EncoderContext.builder().build());
        }
        return out.toByteArray();
    }

    private static byte[] encoded(Document document) {
        var out = Unpooled.buffer(1024);
        BsonEncoder.encodeDocument(document, out);
        var bytes = new byte[out.readableBytes()];
        out.readBytes(bytes);
        return bytes;
    }
}
