package com.ecamazon.dataserver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values that a field may have: some points, or a range of one type, or any. Values are in ascending form. */
final class Bounds {
    private final boolean many;
    private @Nullable List<byte[]> points;
    private byte @Nullable [] low;
    private byte @Nullable [] high;
    private boolean lowIncluded;
    private boolean highIncluded;

    Bounds(boolean many) {
        this.many = many;
    }

    /** Of several demands that all hold, the one with the fewest points is enough. */
    void points(List<byte[]> values) {
        if (points == null || values.size() < points.size()) {
            List<byte[]> sorted = new ArrayList<>(values);
            sorted.sort(Arrays::compareUnsigned);
            points = sorted;
        }
    }

    void low(byte[] value, boolean included) {
        if (low == null && (high == null || (!many && high[0] == value[0]))) {
            low = value;
            lowIncluded = included;
        }
    }

    void high(byte[] value, boolean included) {
        if (high == null && (low == null || (!many && low[0] == value[0]))) {
            high = value;
            highIncluded = included;
        }
    }

    boolean pointed() {
        return points != null;
    }

    boolean single() {
        return points != null && points.size() == 1;
    }

    boolean ranged() {
        return low != null || high != null;
    }

    /** The points in the order of a field that is ascending or descending, each once. */
    List<byte[]> points(boolean ascending) {
        List<byte[]> ordered = new ArrayList<>();
        byte[] last = null;
        for (byte[] point : points == null ? List.<byte[]>of() : points) {
            if (last == null || !Arrays.equals(last, point)) {
                ordered.add(ascending ? point : inverted(point));
            }
            last = point;
        }
        return ascending ? ordered : ordered.reversed();
    }

    /** The range behind a prefix of other fields, for a field that is ascending or descending. */
    KeyRange range(byte[] prefix, boolean ascending) {
        byte @Nullable [] first = ascending ? low : high;
        byte @Nullable [] last = ascending ? high : low;
        boolean firstIncluded = ascending ? lowIncluded : highIncluded;
        boolean lastIncluded = ascending ? highIncluded : lowIncluded;
        byte[] some = low != null ? low : high;
        byte[] type = some == null ? new byte[0] : written(prefix, new byte[] {some[0]}, ascending);
        byte @Nullable [] from = type;
        if (first != null) {
            byte[] edge = written(prefix, first, ascending);
            from = firstIncluded ? edge : KeyRange.behind(edge);
        }
        byte @Nullable [] to = KeyRange.behind(type);
        if (last != null) {
            byte[] edge = written(prefix, last, ascending);
            to = lastIncluded ? KeyRange.behind(edge) : edge;
        }
        return new KeyRange(from, to);
    }

    private static byte[] written(byte[] prefix, byte[] value, boolean ascending) {
        return new KeyWriter()
                .append(prefix)
                .append(ascending ? value : inverted(value))
                .bytes();
    }

    private static byte[] inverted(byte[] value) {
        byte[] inverted = new byte[value.length];
        for (int i = 0; i < value.length; i++) {
            inverted[i] = (byte) ~value[i];
        }
        return inverted;
    }
}
