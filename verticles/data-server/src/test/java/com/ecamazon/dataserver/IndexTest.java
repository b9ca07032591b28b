package com.ecamazon.dataserver;

import static com.ecamazon.dataserver.Client.await;
import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.BulkOperation;
import io.vertx.ext.mongo.FindOptions;
import io.vertx.ext.mongo.MongoClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexTest {
    private static final List<String> INDEXES = List.of(
            "{\"a\":1}",
            "{\"a\":-1,\"b\":1}",
            "{\"b\":1,\"n\":-1,\"due\":1}",
            "{\"due\":1}",
            "{\"s.c\":1,\"due\":-1}",
            "{\"tags\":-1}",
            "{\"lines.sku\":1,\"n\":-1}");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void find_randomQueries_indexedEqualsScan(boolean wild) {
        RandomData data = new RandomData(wild ? 7 : 4711, wild);
        List<JsonObject> questions = new ArrayList<>();
        List<List<JsonObject>> before = new ArrayList<>();
        try (DataServer server = DataServer.open(folder, 0);
                Client client = new Client(server.url())) {
            MongoClient mongo = client.mongo();
            for (String index : INDEXES.subList(0, 4)) {
                await(mongo.createIndex("indexed", new JsonObject(index)));
            }
            write(mongo, data, 500);
            for (String index : INDEXES.subList(4, INDEXES.size())) {
                await(mongo.createIndex("indexed", new JsonObject(index)));
            }
            for (int round = 0; round < 5; round++) {
                write(mongo, data, 150);
                for (int i = 0; i < 120; i++) {
                    JsonObject question = question(data);
                    List<JsonObject> answer = answer(mongo, "indexed", question);
                    assertThat(answer).as(question.encode()).isEqualTo(answer(mongo, "plain", question));
                    if (round == 4) {
                        questions.add(question);
                        before.add(answer);
                    }
                }
            }
        }
        try (DataServer server = DataServer.open(folder, 0);
                Client client = new Client(server.url())) {
            for (int i = 0; i < questions.size(); i++) {
                assertThat(answer(client.mongo(), "indexed", questions.get(i)))
                        .as(questions.get(i).encode())
                        .isEqualTo(before.get(i));
            }
        }
    }

    private static void write(MongoClient mongo, RandomData data, int writes) {
        List<BulkOperation> changes = new ArrayList<>();
        for (int i = 0; i < writes; i++) {
            String id = data.id();
            JsonObject query = new JsonObject().put("_id", id);
            changes.add(
                    switch (data.below(6)) {
                        case 0 -> BulkOperation.createDelete(query);
                        case 1, 2 -> BulkOperation.createUpdate(query, data.change());
                        default -> BulkOperation.createReplace(query, data.document(id), true);
                    });
        }
        await(mongo.bulkWrite("plain", changes));
        await(mongo.bulkWrite("indexed", changes));
    }

    private static JsonObject question(RandomData data) {
        return new JsonObject()
                .put("query", data.query())
                .put("sort", data.sort())
                .put("skip", data.below(3) == 0 ? data.below(4) : 0)
                .put("limit", data.below(2) == 0 ? data.below(20) : 0);
    }

    private static List<JsonObject> answer(MongoClient mongo, String collection, JsonObject question) {
        FindOptions options = new FindOptions()
                .setSort(question.getJsonObject("sort"))
                .setSkip(question.getInteger("skip"))
                .setLimit(question.getInteger("limit") == 0 ? -1 : question.getInteger("limit"));
        return await(mongo.findWithOptions(collection, question.getJsonObject("query"), options));
    }

    @Test
    void find_queriesOfTheDomains_useTheirIndex() {
        try (Store store = Store.open(folder)) {
            DocumentDatabase database =
                    new DocumentDatabase("tests", new de.bwaldvogel.mongo.backend.CursorRegistry(), store);
            for (String field : List.of("outboxAt", "state.customer", "state.expiresAt")) {
                database.addIndex(new Document("key", new Document(field, 1))
                        .append("name", field)
                        .append("ns", "tests.orders"));
            }
            DocumentCollection orders = database.collectionMade("orders");
            assertThat(orders.explain(new Document("_id", "a").append("version", 3), null))
                    .isEqualTo("_id");
            assertThat(orders.explain(new Document("_id", new Document("$in", List.of("a", "b"))), null))
                    .isEqualTo("_id");
            assertThat(orders.explain(
                            new Document("outboxAt", new Document("$lte", java.time.Instant.EPOCH)),
                            new Document("outboxAt", 1)))
                    .isEqualTo("outboxAt score 3 ordered");
            assertThat(orders.explain(new Document("state.customer", "c").append("x", 1), new Document("x", 1)))
                    .startsWith("state.customer");
            assertThat(orders.explain(new Document(), new Document("state.expiresAt", -1)))
                    .isEqualTo("state.expiresAt score 1 ordered");
            assertThat(orders.explain(new Document("other", 1), null)).isEqualTo("scan");
        }
    }
}
