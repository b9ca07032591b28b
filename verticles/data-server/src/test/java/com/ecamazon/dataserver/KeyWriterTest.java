package com.ecamazon.dataserver;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeyWriterTest {
    private static final List<Object> VALUES = List.of(
            MinKey.getInstance(),
            Missing.getInstance(),
            Long.MIN_VALUE,
            Long.MIN_VALUE + 1,
            -(1L << 53) - 1,
            -1e10,
            -3,
            -2.5,
            -0.0,
            0,
            0.25,
            1,
            1.0,
            1L << 40,
            (1L << 53) + 1,
            (1L << 53) + 2,
            Long.MAX_VALUE - 1,
            Long.MAX_VALUE,
            "",
            "\u0000",
            "\u0001",
            "\u0002",
            "a",
            "a\u0000b",
            "ab",
            "\u00e9",
            "\ud83d\ude00",
            "\uffee",
            new UUID(1, 2),
            new UUID(-1, 2),
            new ObjectId("000000000000000000000001"),
            new ObjectId("ff0000000000000000000001"),
            false,
            true,
            Instant.ofEpochMilli(-5),
            Instant.EPOCH,
            Instant.ofEpochMilli(5),
            MaxKey.getInstance());

    @Test
    void append_anyTwoValues_bytesCompareAsTheValues() {
        for (Object one : VALUES) {
            for (Object other : VALUES) {
                int expected = Integer.signum(ValueComparator.asc().compare(one, other));
                assertThat(compare(one, other, true)).as(one + " and " + other).isEqualTo(expected);
                assertThat(compare(one, other, false)).as(one + " and " + other).isEqualTo(-expected);
            }
        }
    }

    private static int compare(Object one, Object other, boolean ascending) {
        return Integer.signum(Arrays.compareUnsigned(
                new KeyWriter().append(one, ascending).append("z", true).bytes(),
                new KeyWriter().append(other, ascending).append("z", true).bytes()));
    }

    @Test
    void end_ofEachValue_isWhereTheNextStarts() {
        for (Object value : VALUES) {
            for (boolean ascending : new boolean[] {true, false}) {
                byte[] alone = new KeyWriter().append(value, ascending).bytes();
                byte[] followed = new KeyWriter()
                        .append(value, ascending)
                        .append("z", true)
                        .bytes();
                assertThat(KeyWriter.end(followed, 0, ascending)).isEqualTo(alone.length);
            }
        }
    }
}
