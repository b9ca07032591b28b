package com.ecamazon.dataserver;

import com.ecamazon.dataserver.Table.Row;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Reads ranges of a table piece by piece, without a lock and without holding on to an old version of the table. */
final class RowScan implements Iterator<Row> {
    private static final int FIRST_PIECE = 32;
    private static final int LARGEST_PIECE = 1024;

    private final Table table;
    private final boolean descending;
    private final Deque<KeyRange> ranges;
    private final Deque<Row> piece = new ArrayDeque<>();
    private int size = FIRST_PIECE;

    /** The ranges are ascending and don't overlap; a descending scan starts at the end of the last. */
    RowScan(Table table, List<KeyRange> ranges, boolean descending) {
        this.table = table;
        this.descending = descending;
        this.ranges = new ArrayDeque<>(descending ? ranges.reversed() : ranges);
    }

    @Override
    public boolean hasNext() {
        while (piece.isEmpty() && !ranges.isEmpty()) {
            KeyRange range = ranges.removeFirst();
            List<Row> rows = table.rows(range, descending, size);
            piece.addAll(rows);
            if (rows.size() == size) {
                byte[] last = rows.getLast().key();
                ranges.addFirst(descending ? range.before(last) : range.after(last));
                size = Math.min(LARGEST_PIECE, 4 * size);
            }
        }
        return !piece.isEmpty();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return piece.removeFirst();
    }

    /** Gives back the row that was taken last. */
    void back(Row row) {
        piece.addFirst(row);
    }
}
