package com.ecamazon.shop.search;

import com.ecamazon.contract.shop.Catalogue.Sort;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All products in the order of a sort, kept up to date by moving only what changed. */
final class Order {
    private Order() {}

    /**
     * The slots in order.
     *
     * @param before the order before
     * @param changed slots whose product is new, different or gone
     */
    static int[] next(int[] before, Sort sort, @Nullable Listing[] products, BitSet changed) {
        int[] kept = Arrays.stream(before).filter(slot -> !changed.get(slot)).toArray();
        var moved = changed.stream()
                .mapToObj(slot -> products[slot])
                .filter(Objects::nonNull)
                .map(product -> new Moved(product.slot(), Mark.of(product, sort)))
                .sorted(Comparator.comparing(Moved::mark))
                .toList();
        var next = new int[kept.length + moved.size()];
        int from = 0;
        int filled = 0;
        for (var one : moved) {
            int to = place(kept, from, one.mark(), sort, products);
            System.arraycopy(kept, from, next, filled, to - from);
            filled += to - from;
            next[filled++] = one.slot();
            from = to;
        }
        System.arraycopy(kept, from, next, filled, kept.length - from);
        return next;
    }

    private record Moved(int slot, Mark mark) {}

    private static int place(int[] kept, int from, Mark mark, Sort sort, @Nullable Listing[] products) {
        int low = from;
        int high = kept.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            var there = Objects.requireNonNull(products[kept[middle]]);
            if (Mark.of(there, sort).compareTo(mark) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
