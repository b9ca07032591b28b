package com.ecamazon.dataserver;

import static com.ecamazon.dataserver.Client.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.BulkOperation;
import io.vertx.ext.mongo.FindOptions;
import io.vertx.ext.mongo.IndexOptions;
import io.vertx.ext.mongo.MongoClient;
import io.vertx.ext.mongo.MongoClientDeleteResult;
import io.vertx.ext.mongo.MongoClientUpdateResult;
import io.vertx.ext.mongo.UpdateOptions;
import io.vertx.ext.mongo.WriteOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    private static final String ORDERS = "orders";

    @TempDir
    Path folder;

    private DataServer server;
    private Client client;
    private MongoClient mongo;

    @BeforeEach
    void open() {
        server = DataServer.open(folder, 0);
        client = new Client(server.url());
        mongo = client.mongo();
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private static JsonObject json(String text) {
        return new JsonObject(text.replace('\'', '"'));
    }

    private void insert(String... documents) {
        for (String document : documents) {
            await(mongo.insert(ORDERS, json(document)));
        }
    }

    private JsonObject one(String id) {
        return await(mongo.findOne(ORDERS, new JsonObject().put("_id", id), null));
    }

    private MongoClientUpdateResult update(String query, String update) {
        return await(mongo.updateCollectionWithOptions(
                ORDERS, json(query), json(update), new UpdateOptions().setWriteOption(WriteOption.JOURNALED)));
    }

    private List<String> ids(String query, FindOptions options) {
        return await(mongo.findWithOptions(ORDERS, json(query), options)).stream()
                .map(found -> found.getString("_id"))
                .toList();
    }

    @Test
    void top_afterWrites_countsDocumentsOfEachCollection() {
        insert("{'_id':'a'}", "{'_id':'b'}", "{'_id':'c'}");
        await(mongo.updateCollectionWithOptions(
                ORDERS,
                json("{'_id':{'$in':['a','b']}}"),
                json("{'$set':{'state':'paid'}}"),
                new UpdateOptions().setMulti(true)));
        await(mongo.removeDocument(ORDERS, json("{'_id':'c'}")));

        var totals = await(mongo.runCommand("top", json("{'top':1}"))).getJsonObject("totals");

        assertThat(totals.getJsonObject("tests." + ORDERS))
                .isEqualTo(json("{'insert':{'count':3},'update':{'count':2},'remove':{'count':1}}"));
    }

    @Test
    void ping_freshServer_answers() {
        assertThat(await(mongo.runCommand("ping", new JsonObject().put("ping", 1)))
                        .getDouble("ok"))
                .isEqualTo(1.0);
    }

    @Test
    void update_onIdAndVersion_changesOnlyThatVersion() {
        insert("{'_id':'a','version':1,'state':{'customer':'c1','lines':[1,2]},'outbox':[]}");
        String change = "{'$set':{'state':{'customer':'c2'},'version':2},"
                + "'$push':{'outbox':{'$each':[{'n':1},{'n':2},{'n':3}],'$slice':-2}}}";
        assertThat(update("{'_id':'a','version':1}", change).getDocModified()).isEqualTo(1);
        assertThat(update("{'_id':'a','version':1}", change).getDocMatched()).isZero();
        assertThat(one("a"))
                .isEqualTo(json("{'_id':'a','version':2,'state':{'customer':'c2'},'outbox':[{'n':2},{'n':3}]}"));
    }

    @Test
    void insert_idTaken_refusesWithCode11000() {
        insert("{'_id':'a'}");
        assertThatThrownBy(() -> insert("{'_id':'a','x':1}"))
                .isInstanceOfSatisfying(
                        MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(11000));
        assertThat(one("a")).isEqualTo(json("{'_id':'a'}"));
    }

    @Test
    void update_operators_doAsInMongoDb() {
        insert("{'_id':'a','n':1,'tags':['x'],'lines':[{'sku':'s1','q':1},{'sku':'s2','q':2}],'gone':1}");
        update(
                "{'_id':'a'}",
                "{'$inc':{'n':2},'$set':{'deep.er':5},'$unset':{'gone':''},'$addToSet':{'tags':'x'},"
                        + "'$pull':{'lines':{'sku':'s1'}}}");
        update("{'_id':'a'}", "{'$addToSet':{'tags':'y'}}");
        update("{'_id':'a','lines.sku':'s2'}", "{'$set':{'lines.$.q':7}}");
        assertThat(one("a"))
                .isEqualTo(json("{'_id':'a','n':3,'tags':['x','y'],'lines':[{'sku':'s2','q':7}],'deep':{'er':5}}"));
    }

    @Test
    void upsert_absentThenPresent_insertsOnce() {
        UpdateOptions upsert = new UpdateOptions(true);
        JsonObject query = json("{'_id':'a'}");
        JsonObject change = json("{'$set':{'x':1},'$setOnInsert':{'made':true}}");
        await(mongo.updateCollectionWithOptions(ORDERS, query, change, upsert));
        await(mongo.updateCollectionWithOptions(
                ORDERS, query, json("{'$set':{'x':2},'$setOnInsert':{'made':9}}"), upsert));
        assertThat(one("a")).isEqualTo(json("{'_id':'a','x':2,'made':true}"));
    }

    @Test
    void find_filterSortSkipLimitProjection_givesThatPart() {
        insert(
                "{'_id':'a','n':3,'x':1}",
                "{'_id':'b','n':1,'x':1}",
                "{'_id':'c','n':2,'x':1}",
                "{'_id':'d','n':0,'x':2}");
        FindOptions options = new FindOptions()
                .setSort(json("{'n':-1}"))
                .setSkip(1)
                .setLimit(1)
                .setFields(json("{'n':1}"));
        assertThat(await(mongo.findWithOptions(ORDERS, json("{'x':1}"), options)))
                .containsExactly(json("{'_id':'c','n':2}"));
    }

    @Test
    void find_conditions_matchAsInMongoDb() {
        insert(
                "{'_id':'a','l':[{'s':1,'q':5},{'s':2,'q':1}]}",
                "{'_id':'b','l':[{'s':1,'q':1}]}",
                "{'_id':'c','y':null}");
        assertThat(ids("{'l':{'$elemMatch':{'s':1,'q':5}}}", new FindOptions())).containsExactly("a");
        assertThat(ids("{'y':{'$exists':true}}", new FindOptions())).containsExactly("c");
        assertThat(ids("{'y':null}", new FindOptions())).containsExactly("a", "b", "c");
        assertThat(ids("{'_id':{'$in':['c','zz','a']}}", new FindOptions())).containsExactly("a", "c");
        assertThat(ids("{'$or':[{'_id':'b'},{'y':{'$exists':true}}]}", new FindOptions()))
                .containsExactly("b", "c");
    }

    @Test
    void findBatch_moreThanAPiece_givesAll() {
        List<BulkOperation> inserts = IntStream.range(0, 1_000)
                .mapToObj(i -> BulkOperation.createInsert(new JsonObject().put("_id", "k" + i)))
                .toList();
        await(mongo.bulkWrite(ORDERS, inserts));
        assertThat(ids("{}", new FindOptions().setBatchSize(90))).hasSize(1_000).doesNotHaveDuplicates();
        assertThat(await(mongo.count(ORDERS, new JsonObject()))).isEqualTo(1_000);
    }

    @Test
    void bulkWrite_insertUpdatePull_doesEach() {
        insert("{'_id':'a','outbox':[{'id':1},{'id':2}]}");
        await(mongo.bulkWrite(
                ORDERS,
                List.of(
                        BulkOperation.createInsert(json("{'_id':'b','n':1}")),
                        BulkOperation.createUpdate(json("{'_id':'b'}"), json("{'$inc':{'n':4}}")),
                        BulkOperation.createUpdate(
                                json("{'_id':'a'}"), json("{'$pull':{'outbox':{'id':{'$in':[1]}}}}")),
                        BulkOperation.createDelete(json("{'_id':'none'}")))));
        assertThat(one("b")).isEqualTo(json("{'_id':'b','n':5}"));
        assertThat(one("a")).isEqualTo(json("{'_id':'a','outbox':[{'id':2}]}"));
    }

    @Test
    void bulkWrite_orderedWithDuplicate_stopsThere() {
        insert("{'_id':'b'}");
        assertThatThrownBy(() -> await(mongo.bulkWrite(
                        ORDERS,
                        List.of(
                                BulkOperation.createInsert(json("{'_id':'a'}")),
                                BulkOperation.createInsert(json("{'_id':'b'}")),
                                BulkOperation.createInsert(json("{'_id':'c'}"))))))
                .hasMessageContaining("E11000");
        assertThat(ids("{}", new FindOptions())).containsExactly("a", "b");
    }

    @Test
    void findOneAndUpdate_sorted_takesTheFirst() {
        insert("{'_id':'a','due':2}", "{'_id':'b','due':1}");
        JsonObject before = await(mongo.findOneAndUpdateWithOptions(
                ORDERS,
                json("{'due':{'$gt':0}}"),
                json("{'$set':{'due':0}}"),
                new FindOptions().setSort(json("{'due':1}")),
                new UpdateOptions()));
        assertThat(before).isEqualTo(json("{'_id':'b','due':1}"));
        assertThat(one("b").getInteger("due")).isZero();
        JsonObject after = await(mongo.findOneAndUpdateWithOptions(
                ORDERS,
                json("{'_id':'new'}"),
                json("{'$setOnInsert':{'due':9}}"),
                new FindOptions(),
                new UpdateOptions(true).setReturningNewDocument(true)));
        assertThat(after).isEqualTo(json("{'_id':'new','due':9}"));
        assertThat(await(mongo.findOneAndUpdate(ORDERS, json("{'_id':'no'}"), json("{'$set':{'x':1}}"))))
                .isNull();
        assertThat(await(mongo.findOneAndDelete(ORDERS, json("{'due':9}")))).isEqualTo(json("{'_id':'new','due':9}"));
    }

    @Test
    void remove_many_removesMatching() {
        insert("{'_id':'a','x':1}", "{'_id':'b','x':1}", "{'_id':'c','x':2}");
        MongoClientDeleteResult removed = await(mongo.removeDocuments(ORDERS, json("{'x':1}")));
        assertThat(removed.getRemovedCount()).isEqualTo(2);
        assertThat(await(mongo.removeDocument(ORDERS, json("{'_id':'c'}"))).getRemovedCount())
                .isEqualTo(1);
        assertThat(await(mongo.count(ORDERS, json("{'x':{'$gte':0}}")))).isZero();
    }

    @Test
    void distinct_values_eachOnce() {
        insert("{'_id':'a','x':1}", "{'_id':'b','x':1}", "{'_id':'c','x':2}");
        assertThat(await(mongo.distinct(ORDERS, "x", Integer.class.getName()))).isEqualTo(new JsonArray("[1,2]"));
    }

    @Test
    void createIndex_listAndDrop_followsNames() {
        await(mongo.createIndexWithOptions(
                ORDERS, json("{'state.customer':1}"), new IndexOptions().name("by_customer")));
        await(mongo.createIndexWithOptions("others", json("{'x':1}"), new IndexOptions().name("by_customer")));
        assertThat(indexNames(ORDERS)).containsExactlyInAnyOrder("_id_", "by_customer");
        await(mongo.dropIndex(ORDERS, "by_customer"));
        assertThat(indexNames(ORDERS)).containsExactly("_id_");
        assertThat(indexNames("others")).containsExactlyInAnyOrder("_id_", "by_customer");
    }

    private List<String> indexNames(String collection) {
        return await(mongo.listIndexes(collection)).stream()
                .map(index -> ((JsonObject) index).getString("name"))
                .toList();
    }

    @Test
    void dropCollection_thenInsert_startsEmpty() {
        insert("{'_id':'a'}");
        await(mongo.createIndex(ORDERS, json("{'x':1}")));
        await(mongo.dropCollection(ORDERS));
        assertThat(await(mongo.getCollections())).doesNotContain(ORDERS);
        insert("{'_id':'b','x':1}");
        assertThat(ids("{'x':1}", new FindOptions())).containsExactly("b");
    }

    @Test
    void uniqueIndex_secondWithSameValue_refused() {
        await(mongo.createIndexWithOptions(
                ORDERS, json("{'mail':1}"), new IndexOptions().unique(true).sparse(true)));
        insert("{'_id':'a','mail':'m'}", "{'_id':'b'}", "{'_id':'c'}");
        assertThatThrownBy(() -> insert("{'_id':'d','mail':'m'}")).hasMessageContaining("E11000");
        assertThatThrownBy(() -> update("{'_id':'b'}", "{'$set':{'mail':'m'}}")).hasMessageContaining("E11000");
        update("{'_id':'a'}", "{'$set':{'mail':'n'}}");
        insert("{'_id':'d','mail':'m'}");
    }

    @Test
    void write_urlOfAReplicaSet_worksTheSame() {
        String options = "mongodb://127.0.0.1:" + server.port() + "/?retryWrites=true&retryReads=true&w=majority";
        try (Client other = new Client(options)) {
            await(other.mongo().insert(ORDERS, json("{'_id':'a'}")));
            assertThat(await(other.update(ORDERS, json("{'_id':'a'}"), json("{'$set':{'x':1}}"))))
                    .isEqualTo(1);
        }
        assertThat(one("a")).isEqualTo(json("{'_id':'a','x':1}"));
    }

    @Test
    void createIndex_uniqueOverDuplicates_isRefusedAndLeavesNone() {
        insert("{'_id':'a','mail':'m'}", "{'_id':'b','mail':'m'}");
        IndexOptions unique = new IndexOptions().unique(true);
        assertThatThrownBy(() -> await(mongo.createIndexWithOptions(ORDERS, json("{'mail':1}"), unique)))
                .hasMessageContaining("E11000");
        assertThat(indexNames(ORDERS)).containsExactly("_id_");
        update("{'_id':'b'}", "{'$set':{'mail':'n'}}");
        await(mongo.createIndexWithOptions(ORDERS, json("{'mail':1}"), unique));
        assertThatThrownBy(() -> insert("{'_id':'c','mail':'n'}")).hasMessageContaining("E11000");
    }

    @Test
    void aggregate_matchAndGroup_addsUp() {
        insert("{'_id':'a','x':1,'n':2}", "{'_id':'b','x':1,'n':3}", "{'_id':'c','x':2,'n':9}");
        JsonObject command = new JsonObject()
                .put("aggregate", ORDERS)
                .put(
                        "pipeline",
                        new JsonArray("[{\"$match\":{\"x\":1}},{\"$group\":{\"_id\":null,\"s\":{\"$sum\":\"$n\"}}}]"))
                .put("cursor", new JsonObject());
        JsonObject reply = await(mongo.runCommand("aggregate", command));
        assertThat(reply.getJsonObject("cursor")
                        .getJsonArray("firstBatch")
                        .getJsonObject(0)
                        .getInteger("s"))
                .isEqualTo(5);
    }
}
