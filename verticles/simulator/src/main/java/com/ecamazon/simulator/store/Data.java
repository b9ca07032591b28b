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

/**
 * The documents of one domain: BSON by id, as a database has them. What they mean to a query is asked of the embedded
 * server's own matcher; no stored document is ever changed in place.
 */
public final class Data {
    private static final Codec<JsonObject> CODEC = Database.codec();
    private static final QueryMatcher MATCHER = new DefaultQueryMatcher();

    private final Map<String, Map<String, Row>> collections = new LinkedHashMap<>();

    /** A stored document and its bytes. */
    private record Row(Document document, byte[] bytes) {}

    /** Fails when the id is taken. */
    void insert(String collection, JsonObject document) {
        var bytes = encoded(document);
        var stored = BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
        if (rows(collection).putIfAbsent(idOf(stored), new Row(stored, bytes)) != null) {
            throw new Taken(idOf(stored));
        }
    }

    /** Changes the first document that matches; false when none does. */
    boolean update(String collection, JsonObject filter, JsonObject update) {
        var found = matching(collection, document(filter)).findFirst();
        found.ifPresent(row -> {
            var after = Change.of(document(update)).apply(row.document());
            rows(collection).put(idOf(after), new Row(after, encoded(after)));
        });
        return found.isPresent();
    }

    /** Removes the first document that matches; false when none does. */
    boolean remove(String collection, JsonObject filter) {
        var found = matching(collection, document(filter)).findFirst();
        found.ifPresent(row -> rows(collection).remove(idOf(row.document())));
        return found.isPresent();
    }

    Optional<JsonObject> first(String collection, JsonObject filter) {
        return matching(collection, document(filter)).findFirst().map(Data::decoded);
    }

    long count(String collection, JsonObject filter) {
        return matching(collection, document(filter)).count();
    }

    /** @param limit 0 or less for all */
    List<JsonObject> find(String collection, JsonObject filter, JsonObject sort, int skip, int limit) {
        var found = matching(collection, document(filter));
        if (!sort.isEmpty()) {
            var order = new DocumentComparator(document(sort));
            found = found.sorted((a, b) -> order.compare(a.document(), b.document()));
        }
        return found.skip(skip)
                .limit(limit > 0 ? limit : Long.MAX_VALUE)
                .map(Data::decoded)
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

    private Stream<Row> matching(String collection, Document filter) {
        var rows = rows(collection);
        if (filter.get("_id") instanceof String id) {
            return Stream.ofNullable(rows.get(id)).filter(row -> MATCHER.matches(row.document(), filter));
        }
        return rows.values().stream().filter(row -> MATCHER.matches(row.document(), filter));
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

    private static Document document(JsonObject json) {
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

    private static JsonObject decoded(Row row) {
        try (var reader = new BsonBinaryReader(ByteBuffer.wrap(row.bytes()))) {
            return CODEC.decode(reader, DecoderContext.builder().build());
        }
    }
}
