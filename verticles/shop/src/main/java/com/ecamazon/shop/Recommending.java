package com.ecamazon.shop;

import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.shop.Catalogue.Recommendations;
import com.ecamazon.contract.shop.Catalogue.RecommendationsQuery;
import com.ecamazon.shop.domain.CoPurchases;
import com.ecamazon.shop.search.Listing;
import com.ecamazon.shop.search.Similar;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/**
 * Serves what goes with a product: what was bought together with it, then what is similar, then what is popular; those that can
 * be bought now before those that cannot.
 */
final class Recommending {
    private static final int MOST = 24;
    private static final int KEPT = 2_000;

    private final CatalogueMemory memory;
    private final Availability availability;
    private final CoPurchases purchases = new CoPurchases();
    private final Recent<ProductId, List<Listing>> similar = new Recent<>(KEPT);

    Recommending(CatalogueMemory memory, Availability availability) {
        this.memory = memory;
        this.availability = availability;
        memory.onChange(similar::clear);
    }

    void bought(Collection<ProductId> basket) {
        purchases.learn(basket);
    }

    Future<Recommendations> recommend(RecommendationsQuery query) {
        var product = memory.snapshot().product(query.id());
        if (product == null) {
            return Future.failedFuture(new ProblemException(Problem.notFound()));
        }
        return similar(product).map(alike -> choose(product, alike, Objects.requireNonNull(query.limit())));
    }

    private Future<List<Listing>> similar(Listing product) {
        var known = similar.get(product.id());
        if (known != null) {
            return Future.succeededFuture(known);
        }
        return memory.look(snapshot -> Similar.to(snapshot, product, 2 * MOST)).onSuccess(found -> {
            if (Objects.equals(memory.snapshot().product(product.id()), product)) {
                similar.put(product.id(), found);
            }
        });
    }

    private Recommendations choose(Listing product, List<Listing> alike, int limit) {
        var candidates = new LinkedHashSet<ProductId>(purchases.with(product.id(), MOST));
        alike.forEach(other -> candidates.add(other.id()));
        if (candidates.size() < limit + 1) {
            candidates.addAll(purchases.popular(MOST + 1));
        }
        candidates.remove(product.id());
        var here = new ArrayList<Listing>();
        var soldOut = new ArrayList<Listing>();
        for (var id : candidates) {
            var candidate = memory.snapshot().product(id);
            if (candidate != null) {
                (availability.of(candidate.sku()) > 0 ? here : soldOut).add(candidate);
            }
        }
        here.addAll(soldOut);
        return new Recommendations(here.stream()
                .limit(limit)
                .map(chosen -> Items.item(chosen, availability))
                .toList());
    }
}
