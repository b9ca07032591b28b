package com.ecamazon.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The store in memory does what the platform's calls mean, and refuses what it does not know. */
class DataTest {
    private static final String THINGS = "things";

    private final Data data = new Data(true);

    private static JsonObject thing(String id, long version) {
        return new JsonObject()
                .put("_id", id)
                .put("version", version)
                .put("at", Instant.ofEpochMilli(1_000 * version))
                .put("outbox", new JsonArray().add(version));
    }

    private static JsonObject id(String id) {
        return new JsonObject().put("_id", id);
    }

    @Test
    void insert_ofATakenId_isRefusedAsADuplicate() {
        data.insert(THINGS, thing("a", 1));
        assertThatThrownBy(() -> data.insert(THINGS, thing("a", 2)))
                .isInstanceOfSatisfying(
                        Taken.class, taken -> assertThat(taken.getCode()).isEqualTo(11_000));
        assertThat(data.first(THINGS, id("a")).orElseThrow().getLong("version")).isEqualTo(1);
    }

    @Test
    void update_atAnotherVersion_changesNothing() {
        data.insert(THINGS, thing("a", 1));
        var set = new JsonObject().put("$set", new JsonObject().put("version", 2L));
        assertThat(data.update(THINGS, id("a").put("version", 5L), set)).isFalse();
        assertThat(data.update(THINGS, id("a").put("version", 1L), set)).isTrue();
        assertThat(data.update(THINGS, id("a").put("version", 1L), set)).isFalse();
    }

    @Test
    void update_thatPushesAndSlices_keepsTheNewest() {
        data.insert(THINGS, thing("a", 1));
        var each =
                new JsonObject().put("$each", new JsonArray().add(2L).add(3L)).put("$slice", -2);
        data.update(
                THINGS,
                id("a"),
                new JsonObject()
                        .put("$push", new JsonObject().put("outbox", each))
                        .put("$unset", new JsonObject().put("at", "")));
        var after = data.first(THINGS, id("a")).orElseThrow();
        assertThat(after.getJsonArray("outbox"))
                .isEqualTo(new JsonArray().add(2L).add(3L));
        assertThat(after.containsKey("at")).isFalse();
    }

    @Test
    void find_sortedWithALimit_givesTheFirst() {
        data.insert(THINGS, thing("b", 2));
        data.insert(THINGS, thing("c", 3));
        data.insert(THINGS, thing("a", 1));
        var until = new JsonObject().put("at", new JsonObject().put("$lte", Instant.ofEpochMilli(2_000)));
        var found = data.find(THINGS, until, new JsonObject().put("at", -1), 0, 1);
        assertThat(found).map(document -> document.getString("_id")).containsExactly("b");
        assertThat(data.count(THINGS, until)).isEqualTo(2);
    }

    @Test
    void find_afterAChange_givesWhatWasFoundBeforeUnchanged() {
        data.insert(THINGS, thing("a", 1));
        var before = data.first(THINGS, id("a")).orElseThrow();
        data.update(THINGS, id("a"), new JsonObject().put("$set", new JsonObject().put("version", 2L)));
        assertThat(before.getLong("version")).isEqualTo(1);
    }

    @Test
    void update_withAnUnknownOperator_isRefused() {
        data.insert(THINGS, thing("a", 1));
        assertThatThrownBy(() ->
                        data.update(THINGS, id("a"), new JsonObject().put("$inc", new JsonObject().put("version", 1))))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void find_withAnUnknownOperator_isRefused() {
        data.insert(THINGS, thing("a", 1));
        assertThatThrownBy(() ->
                        data.count(THINGS, new JsonObject().put("version", new JsonObject().put("$approximately", 1))))
                .isInstanceOf(RuntimeException.class);
    }
}
