package com.ecamazon.dataserver;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way of changes on stored bytes beside that of the server's own code. */
class PlainPathTest {
    private static final int STATEMENTS = 5_000;
    private static final byte[] GENERATION = {'j'};

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1,false", "2,false", "3,true"})
    void writes_atRandom_asTheServersOwnCode(long seed, boolean unique) {
        try (Store plainly = Store.open(folder.resolve("plainly"));
                Store fully = Store.open(folder.resolve("fully"))) {
            DocumentBackend one = backend(plainly, unique);
            DocumentBackend other = backend(fully, unique);
            RandomBson random = new RandomBson(seed);
            int plain = 0;
            for (int i = 0; i < STATEMENTS; i++) {
                boolean insert = random.below(8) == 0;
                Document sent = written(insert ? random.document() : random.statement());
                RawDocument raw = received(sent);
                plain += !insert && raw.canonical().flatMap(PlainStatement::of).isPresent() ? 1 : 0;
                String name = insert ? "insert" : "update";
                String field = insert ? "documents" : "updates";
                assertThat(answer(one, name, field, raw))
                        .as(sent.toString())
                        .isEqualTo(answer(other, name, field, RawDocument.of(written(sent))));
                if (i % 20 == 0) {
                    assertThat(rows(plainly)).as(sent.toString()).isEqualTo(rows(fully));
                    compareFinds(one, random);
                }
                if (i % 150 == 0) {
                    answer(one, "delete", "deletes", RawDocument.of(all()));
                    answer(other, "delete", "deletes", RawDocument.of(all()));
                }
            }
            assertThat(rows(plainly)).isEqualTo(rows(fully));
            assertThat(plain).isGreaterThan(STATEMENTS / 4);
        }
    }

    /** What random statements seldom meet: each on the same document. */
    @Test
    void update_edges_asTheServersOwnCode() {
        try (Store plainly = Store.open(folder.resolve("plainly"));
                Store fully = Store.open(folder.resolve("fully"))) {
            DocumentBackend one = backend(plainly, true);
            DocumentBackend other = backend(fully, true);
            for (Document query : EdgeCases.queries()) {
                for (Document update : EdgeCases.updates()) {
                    for (DocumentBackend backend : List.of(one, other)) {
                        answer(backend, "delete", "deletes", RawDocument.of(all()));
                        EdgeCases.documents()
                                .forEach(document ->
                                        answer(backend, "insert", "documents", RawDocument.of(written(document))));
                    }
                    Document sent = written(new Document("q", query).append("u", update));
                    assertThat(answer(one, "update", "updates", received(sent)))
                            .as(sent.toString())
                            .isEqualTo(answer(other, "update", "updates", RawDocument.of(written(sent))));
                    assertThat(rows(plainly)).as(sent.toString()).isEqualTo(rows(fully));
                }
            }
        }
    }

    private static Document all() {
        return new Document("q", new Document()).append("limit", 0);
    }

    private static DocumentBackend backend(Store store, boolean unique) {
        DocumentBackend backend = new DocumentBackend(store);
        List<Document> indexes = new ArrayList<>();
        for (String key : List.of("a", "s.c", "tags", "outbox", "at")) {
            indexes.add(new Document("key", new Document(key, 1).append("n", -1)).append("name", key));
        }
        if (unique) {
            indexes.add(new Document("key", new Document("u", 1))
                    .append("name", "u")
                    .append("unique", true)
                    .append("sparse", true));
        }
        run(backend, new Document("createIndexes", "docs").append("indexes", indexes));
        return backend;
    }

    @SuppressWarnings("NullAway") // no command of these asks for its channel
    private static Document run(DocumentBackend backend, Document command) {
        return backend.handleCommand(null, "tests", command.keySet().iterator().next(), command);
    }

    /** What came of it, failures too, in a form where a 3 is not another 3. */
    private static String answer(DocumentBackend backend, String name, String field, RawDocument one) {
        Object document = name.equals("delete") ? one.document() : one;
        try {
            Document answer = run(backend, new Document(name, "docs").append(field, List.of(document)));
            return HexFormat.of().formatHex(Bson.encode(answer)) + answer;
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    /** Every row of the documents and their indexes, and what is known of these tables. */
    private static TreeMap<String, String> rows(Store store) {
        TreeMap<String, String> rows = new TreeMap<>();
        for (String table : store.tableNames()) {
            if (table.startsWith("data:tests.system.")) {
                continue;
            }
            store.table(table).map().forEach((key, value) -> {
                if (!Objects.equals(
                        HexFormat.of().formatHex(key), HexFormat.of().formatHex(GENERATION))) {
                    rows.put(
                            table + HexFormat.of().formatHex(key),
                            HexFormat.of().formatHex(value));
                }
            });
        }
        return rows;
    }

    private static void compareFinds(DocumentBackend backend, RandomBson random) {
        DocumentCollection docs = ((DocumentDatabase) backend.resolveDatabase("tests")).collection("docs");
        for (int i = 0; i < 10 && docs != null; i++) {
            Document query = written(new Document("q", random.query()));
            Document filter = Fields.document(query, "q");
            docs.plainly()
                    .flatMap(plain -> plain.find(filter))
                    .ifPresent(found -> assertThat(found.stream()
                                    .map(one -> HexFormat.of()
                                            .formatHex(one.canonical().orElseThrow()))
                                    .toList())
                            .as(filter.toString())
                            .isEqualTo(docs.find(filter, null, 0, 0).rest().stream()
                                    .map(one -> HexFormat.of().formatHex(Bson.encode(one)))
                                    .toList()));
        }
    }

    private static RawDocument received(Document document) {
        byte[] bytes = Bson.encode(document);
        return RawDocument.received(bytes, 0, bytes.length);
    }

    /** A copy with its nulls, as it comes out of the wire. */
    private static Document written(Document document) {
        return RandomBson.nulled(document) instanceof Document copy ? Bson.decode(Bson.encode(copy)) : document;
    }

    @Test
    void holds_bytesChangedAtRandom_onlyWhatIsWrittenAgainTheSame() {
        RandomBson random = new RandomBson(4711);
        int held = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = Bson.encode(written(random.document()));
            for (int change = random.below(3); change > 0; change--) {
                bytes[random.below(bytes.length)] = (byte) random.below(256);
            }
            if (CanonicalBson.holds(bytes, 0, bytes.length)) {
                held++;
                assertThat(Bson.encode(Bson.decode(bytes))).isEqualTo(bytes);
            }
        }
        assertThat(held).isGreaterThan(3_000);
    }

    @Test
    void holds_sameNameTwice_doesNot() {
        byte[] bytes = Bson.encode(new Document("aa", 1).append("ab", 2));
        bytes[Bson.encode(new Document("aa", 1)).length + 1] = 'a';
        assertThat(CanonicalBson.holds(bytes, 0, bytes.length)).isFalse();
    }

    @Test
    void encode_answersAtRandom_asTheServersOwnCode() {
        RandomBson random = new RandomBson(5);
        for (int i = 0; i < 2_000; i++) {
            Document answer = written(random.document()).append("firstBatch", List.of(written(random.document())));
            assertThat(sent(new WireEncoder(), answer)).isEqualTo(sent(new MongoWireMessageEncoder(), answer));
        }
    }

    @Test
    void encode_storedDocument_asTheSameTakenApart() {
        RandomBson random = new RandomBson(6);
        for (int i = 0; i < 500; i++) {
            Document one = written(random.document());
            Document raw =
                    new Document("firstBatch", List.of(RawDocument.stored(Bson.encode(one)), RawDocument.of(one)));
            assertThat(sent(new WireEncoder(), raw))
                    .isEqualTo(sent(new MongoWireMessageEncoder(), new Document("firstBatch", List.of(one, one))));
        }
    }

    private static byte[] sent(ChannelHandler encoder, Document answer) {
        EmbeddedChannel channel = new EmbeddedChannel(encoder);
        channel.writeOutbound(new MongoMessage(channel, new MessageHeader(1, 2), answer));
        ByteBuf out = channel.readOutbound();
        try {
            return ByteBufUtil.getBytes(out);
        } finally {
            out.release();
        }
    }
}
