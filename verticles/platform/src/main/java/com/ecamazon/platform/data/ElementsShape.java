package com.ecamazon.platform.data;

import java.util.Collection;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;

/** Lists and sets. */
record ElementsShape(Shape element, Supplier<Collection<@Nullable Object>> empty) implements Shape {
    private static final byte[][] PLACES =
            IntStream.range(0, 256).mapToObj(ElementsShape::name).toArray(byte[][]::new);

    private static byte[] name(int place) {
        return BsonBytes.name(Integer.toString(place));
    }

    @Override
    public void write(BsonBytes out, Object value) {
        int start = out.startArray();
        int place = 0;
        for (var one : (Collection<?>) value) {
            out.writeName(place < PLACES.length ? PLACES[place] : name(place));
            if (one == null) {
                out.writeNull();
            } else {
                element.write(out, one);
            }
            place++;
        }
        out.end(start);
    }

    @Override
    public Object read(BsonCursor in) {
        var all = empty.get();
        in.enter();
        while (in.next()) {
            all.add(in.type() == BsonType.NULL ? null : element.read(in));
        }
        return all;
    }
}
