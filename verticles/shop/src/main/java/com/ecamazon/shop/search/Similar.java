package com.ecamazon.shop.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Products that could stand in for one: of its category, or with like words where it has none; near in brand and price. */
public final class Similar {
    private static final double ALIKE = 3;
    private static final double SAME_BRAND = 0.5;

    private final Snapshot snapshot;
    private final Listing product;

    private Similar(Snapshot snapshot, Listing product) {
        this.snapshot = snapshot;
        this.product = product;
    }

    /** The best, never the product itself; the same each time. */
    public static List<Listing> to(Snapshot snapshot, Listing product, int limit) {
        return new Similar(snapshot, product).best(limit);
    }

    private record Scored(Listing product, double score) {}

    private List<Listing> best(int limit) {
        return candidates().stream()
                .sorted(Comparator.comparingDouble((Scored one) -> -one.score())
                        .thenComparing(one -> one.product().id().value()))
                .limit(limit)
                .map(Scored::product)
                .toList();
    }

    private List<Scored> candidates() {
        int category = snapshot.category(product.slot());
        return category < 0 ? byWords() : byCategory(category);
    }

    private List<Scored> byCategory(int category) {
        int parent = snapshot.categories().parent(category);
        var found = new ArrayList<Scored>();
        for (var other : snapshot.products()) {
            int its = snapshot.category(other.slot());
            if (other.slot() != product.slot() && its >= 0) {
                if (its == category) {
                    found.add(new Scored(other, ALIKE + nearness(other)));
                } else if (parent >= 0 && snapshot.categories().parent(its) == parent) {
                    found.add(new Scored(other, nearness(other)));
                }
            }
        }
        return found;
    }

    private List<Scored> byWords() {
        var scores = snapshot.text().likeness(product.entry().title(), snapshot.slots());
        // The product matches itself best.
        double best = Math.max(scores[product.slot()], Float.MIN_NORMAL);
        var found = new ArrayList<Scored>();
        for (var other : snapshot.products()) {
            double score = scores[other.slot()];
            if (other.slot() != product.slot() && score > 0) {
                found.add(new Scored(other, ALIKE * score / best + nearness(other)));
            }
        }
        return found;
    }

    private double nearness(Listing other) {
        double ratio =
                Math.log((1.0 + other.price().amount()) / (1.0 + product.price().amount()));
        double brand = product.brand() >= 0 && product.brand() == other.brand() ? SAME_BRAND : 0;
        return brand + 1 / (1 + Math.abs(ratio));
    }
}
