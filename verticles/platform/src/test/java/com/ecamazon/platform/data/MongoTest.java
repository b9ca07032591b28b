package com.ecamazon.platform.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import java.util.ArrayList;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class MongoTest {
    private static final int DUPLICATE_KEY = 11_000;
    private static final int OUT_OF_DISK_SPACE = 14_031;

    @Test
    void isAway_diskFull_isTrueForOneWriteAndForSomeOfMany() {
        assertThat(Mongo.isAway(one(OUT_OF_DISK_SPACE))).isTrue();
        assertThat(Mongo.isAway(many(DUPLICATE_KEY, OUT_OF_DISK_SPACE))).isTrue();
        assertThat(Mongo.isDuplicate(many(DUPLICATE_KEY, OUT_OF_DISK_SPACE))).isFalse();
    }

    @Test
    void isAway_idTaken_isFalse() {
        assertThat(Mongo.isAway(one(DUPLICATE_KEY))).isFalse();
        assertThat(Mongo.isAway(many(DUPLICATE_KEY, DUPLICATE_KEY))).isFalse();
    }

    private static MongoWriteException one(int code) {
        return new MongoWriteException(
                new WriteError(code, "refused", new BsonDocument()), new ServerAddress(), Set.of());
    }

    private static MongoBulkWriteException many(int... codes) {
        var errors = new ArrayList<BulkWriteError>();
        for (int code : codes) {
            errors.add(new BulkWriteError(code, "refused", new BsonDocument(), errors.size()));
        }
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(), errors, null, new ServerAddress(), Set.of());
    }
}
