package com.ecamazon.shop.domain;

import com.ecamazon.contract.ProductId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Which products are bought together, learned from orders: item-item cosine over baskets (Linden, Smith and York, IEEE
 * Internet Computing 2003).
 */
public final class CoPurchases {
    /** A basket of more is a trader's, and costs its square. */
    private static final int LARGEST_BASKET = 30;

    private final Map<ProductId, Integer> baskets = new HashMap<>();
    private final Map<ProductId, Map<ProductId, Integer>> together = new HashMap<>();

    /** One order's products. */
    public void learn(Collection<ProductId> basket) {
        var products = new HashSet<>(basket);
        products.forEach(product -> baskets.merge(product, 1, Integer::sum));
        if (products.size() > LARGEST_BASKET) {
            return;
        }
        for (var one : products) {
            for (var other : products) {
                if (!one.equals(other)) {
                    together.computeIfAbsent(one, key -> new HashMap<>()).merge(other, 1, Integer::sum);
                }
            }
        }
    }

    /** What goes into the same baskets as this product, best first. */
    public List<ProductId> with(ProductId product, int limit) {
        return together.getOrDefault(product, Map.of()).entrySet().stream()
                .sorted(Comparator.<Map.Entry<ProductId, Integer>>comparingDouble(
                                pair -> -cosine(product, pair.getKey(), pair.getValue()))
                        .thenComparing(pair -> pair.getKey().value()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }

    private double cosine(ProductId one, ProductId other, int both) {
        return both / Math.sqrt((double) baskets.getOrDefault(one, 1) * baskets.getOrDefault(other, 1));
    }

    /** What is in most baskets, best first. */
    public List<ProductId> popular(int limit) {
        return baskets.entrySet().stream()
                .sorted(Comparator.<Map.Entry<ProductId, Integer>>comparingInt(entry -> -entry.getValue())
                        .thenComparing(entry -> entry.getKey().value()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }
}
