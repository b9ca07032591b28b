package com.ecamazon.shop;

import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Sku;
import com.ecamazon.shop.store.CatalogueDocuments;
import com.ecamazon.shop.store.SkuOwner;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Sees to it that a SKU is of one product only. A claim is made before the product is written; one that was left behind by a
 * write that never came is given to who asks next.
 */
final class SkuClaims {
    /** A product that claims is written well within this time, or never. */
    private static final Duration LEFT_BEHIND = Duration.ofMinutes(1);

    private final CatalogueDocuments documents;

    SkuClaims(CatalogueDocuments documents) {
        this.documents = documents;
    }

    /** Claims the SKUs for their products; those that belong to others. */
    Future<List<Sku>> claim(Map<Sku, ProductId> claims, Instant now) {
        return documents.claim(claims, now).compose(owners -> {
            var foreign = owners.entrySet().stream()
                    .filter(owner -> !owner.getValue().product().equals(claims.get(owner.getKey())))
                    .toList();
            var refused = foreign.stream()
                    .map(owner -> takeOver(
                            owner.getKey(), owner.getValue(), new SkuOwner(claimant(claims, owner.getKey()), now)))
                    .toList();
            return Future.all(refused)
                    .map(done -> done.<Boolean>list())
                    .map(taken -> foreign.stream()
                            .map(Map.Entry::getKey)
                            .filter(sku -> !taken.get(indexOf(foreign, sku)))
                            .toList());
        });
    }

    private static ProductId claimant(Map<Sku, ProductId> claims, Sku sku) {
        var product = claims.get(sku);
        if (product == null) {
            throw new IllegalStateException("nobody claimed " + sku);
        }
        return product;
    }

    private static int indexOf(List<Map.Entry<Sku, SkuOwner>> owners, Sku sku) {
        return owners.stream().map(Map.Entry::getKey).toList().indexOf(sku);
    }

    private Future<Boolean> takeOver(Sku sku, SkuOwner seen, SkuOwner next) {
        if (seen.since().plus(LEFT_BEHIND).isAfter(next.since())) {
            return Future.succeededFuture(false);
        }
        return documents.product(seen.product()).compose(product -> {
            boolean sells = product.isPresent()
                    && !product.get().deleted()
                    && product.get().entry().variants().stream()
                            .anyMatch(variant -> variant.sku().equals(sku));
            return sells ? Future.succeededFuture(false) : documents.takeOver(sku, seen, next);
        });
    }

    /** Frees SKUs that no product has any more. */
    Future<Void> release(Collection<Sku> skus) {
        return Future.all(skus.stream().map(documents::release).toList()).mapEmpty();
    }
}
