package com.ecamazon.dataserver;

import com.ecamazon.dataserver.Table.Row;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one index would serve a query: the ranges of keys to read, and whether their order is the order asked for. */
final class Plan {
    private static final int MOST_RANGES = 1_000;

    private final OrderedIndex index;
    private final List<KeyRange> ranges;
    private final int score;
    /** How many leading fields of a key decide the order asked for; 0 when the index doesn't give it. */
    private final int ordering;

    private final boolean descending;

    private Plan(OrderedIndex index, List<KeyRange> ranges, int score, int ordering, boolean descending) {
        this.index = index;
        this.ranges = ranges;
        this.score = score;
        this.ordering = ordering;
        this.descending = descending;
    }

    /** The best of these indexes for a query, or null when none helps. */
    static @Nullable Plan best(List<OrderedIndex> indexes, Conditions conditions, @Nullable Document sort) {
        Plan best = null;
        for (OrderedIndex index : indexes) {
            Plan plan = of(index, conditions, sort);
            if (plan.score > 0 && (best == null || plan.score > best.score)) {
                best = plan;
            }
        }
        return best;
    }

    private static Plan of(OrderedIndex index, Conditions conditions, @Nullable Document sort) {
        boolean many = index.traits().many();
        boolean irregular = index.traits().irregular();
        List<byte[]> prefixes = List.of(new byte[0]);
        List<KeyRange> ranges = null;
        int score = 0;
        int constant = 0;
        boolean constantSoFar = true;
        for (IndexKey field : index.getKeys()) {
            Bounds bounds = conditions.of(field.getKey(), many);
            if (bounds.pointed()) {
                List<byte[]> points = bounds.points(field.isAscending());
                if ((long) prefixes.size() * points.size() > MOST_RANGES) {
                    break;
                }
                prefixes = product(prefixes, points);
                score += 4;
                constantSoFar &= bounds.single();
                constant += constantSoFar ? 1 : 0;
            } else {
                if (bounds.ranged() && !irregular) {
                    score += 2;
                    ranges = prefixes.stream()
                            .map(prefix -> bounds.range(prefix, field.isAscending()))
                            .toList();
                }
                break;
            }
        }
        if (ranges == null) {
            ranges = prefixes.stream().map(KeyRange::startingWith).toList();
        }
        int ordering = 0;
        boolean descending = false;
        if (sort != null && !many) {
            ordering = ordering(index.getKeys(), constant, sort);
            descending = ordering < 0;
            ordering = Math.abs(ordering);
            score += ordering > 0 ? 1 : 0;
        }
        return new Plan(index, ranges, score, ordering, descending);
    }

    private static List<byte[]> product(List<byte[]> prefixes, List<byte[]> points) {
        List<byte[]> all = new ArrayList<>(prefixes.size() * points.size());
        for (byte[] prefix : prefixes) {
            for (byte[] point : points) {
                all.add(new KeyWriter().append(prefix).append(point).bytes());
            }
        }
        return all;
    }

    /** The number of leading fields that give the order, negative when read backwards; 0 when they don't. */
    private static int ordering(List<IndexKey> fields, int constant, Document sort) {
        List<String> constants =
                fields.subList(0, constant).stream().map(IndexKey::getKey).toList();
        int at = constant;
        int direction = 0;
        for (Map.Entry<String, Object> by : sort.entrySet()) {
            if (constants.contains(by.getKey())) {
                continue;
            }
            if (at == fields.size()
                    || !fields.get(at).getKey().equals(by.getKey())
                    || !(by.getValue() instanceof Number way)) {
                return 0;
            }
            int same = (way.intValue() > 0) == fields.get(at).isAscending() ? 1 : -1;
            if (direction != 0 && direction != same) {
                return 0;
            }
            direction = same;
            at++;
        }
        return at * direction;
    }

    boolean ordered() {
        return ordering > 0;
    }

    /** The candidates: in the order asked for where {@link #ordered}, else in the order of the collection. */
    Iterator<Key> candidates() {
        RowScan entries = new RowScan(index.table(), ranges, descending);
        if (ordered()) {
            return new OrderedCandidates(entries, index.getKeys().subList(0, ordering));
        }
        List<Key> ids = new ArrayList<>();
        while (entries.hasNext()) {
            Row entry = entries.next();
            ids.add(new Key(entry.value()));
        }
        return ids.stream().sorted().distinct().iterator();
    }

    @Override
    public String toString() {
        return index.getName() + " score " + score + (ordered() ? " ordered" : "");
    }
}
