package com.ecamazon.dataserver;

import com.ecamazon.dataserver.Table.Row;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries on a collection: by {@code _id} where the query names it, else by the best index, else by a scan.
 *
 * <p>The three give the same documents in the same order; without a sort that is the order of {@code _id}.
 */
final class Finder {
    private final Table documents;
    private final Traits traits;
    private volatile List<OrderedIndex> indexes = List.of();

    Finder(Table documents, Traits traits) {
        this.documents = documents;
        this.traits = traits;
    }

    void indexes(List<OrderedIndex> usable) {
        indexes = usable;
    }

    Found find(Document query, @Nullable Document sort, int skip, int limit) {
        Conditions conditions = new Conditions(query);
        @Nullable Document order = sort == null || sort.isEmpty() ? null : sort;
        List<Object> ids = conditions.ids();
        Iterator<Row> rows;
        boolean ordered = order == null;
        if (ids != null) {
            rows = rows(ids);
            ordered = ordered || ids.size() == 1;
        } else if (order != null && natural(order)) {
            rows = scan(conditions, backwards(order));
            ordered = true;
        } else {
            Plan plan = Plan.best(indexes, conditions, order);
            if (plan != null) {
                rows = fetched(plan.candidates());
                ordered = ordered || plan.ordered();
            } else {
                rows = scan(conditions, false);
            }
        }
        Found matching = new Found(rows, Demands.single(query));
        if (ordered || order == null) {
            matching.cut(skip, limit);
            return matching;
        }
        Found sorted = new Found(new SortOrder(order).sorted(matching.rest()));
        sorted.cut(skip, limit);
        return sorted;
    }

    String explain(Document query, @Nullable Document sort) {
        Conditions conditions = new Conditions(query);
        if (conditions.ids() != null) {
            return "_id";
        }
        Plan plan = Plan.best(indexes, conditions, sort);
        return plan == null ? "scan" : plan.toString();
    }

    /** Whether the order of the table, forwards or backwards, is the order asked for. */
    private static boolean natural(Document order) {
        String first = order.keySet().iterator().next();
        return first.equals("$natural") || first.equals("_id");
    }

    private static boolean backwards(Document order) {
        Map.Entry<String, Object> first = order.entrySet().iterator().next();
        return first.getValue() instanceof Number way && way.intValue() < 0;
    }

    private Iterator<Row> rows(Collection<Object> ids) {
        Stream<Key> keys = ids.stream().map(KeyWriter::id);
        return fetched((ids.size() == 1 ? keys : keys.sorted().distinct()).iterator());
    }

    private Iterator<Row> scan(Conditions conditions, boolean descending) {
        Bounds bounds = conditions.of("_id", false);
        boolean ranged = bounds.ranged() && !traits.irregular();
        return new RowScan(documents, List.of(ranged ? bounds.range(new byte[0], true) : KeyRange.ALL), descending);
    }

    private Iterator<Row> fetched(Iterator<Key> keys) {
        return new Iterator<>() {
            private @Nullable Row next;

            @Override
            public boolean hasNext() {
                while (next == null && keys.hasNext()) {
                    byte[] key = keys.next().bytes();
                    byte[] stored = documents.get(key);
                    next = stored == null ? null : new Row(key, stored);
                }
                return next != null;
            }

            @Override
            public Row next() {
                Row row = hasNext() ? next : null;
                if (row == null) {
                    throw new NoSuchElementException();
                }
                next = null;
                return row;
            }
        };
    }
}
