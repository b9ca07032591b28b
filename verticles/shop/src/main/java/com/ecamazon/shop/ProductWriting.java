package com.ecamazon.shop;

import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shop.Catalogue.CatalogueChanged;
import com.ecamazon.contract.shop.Catalogue.ProductDeleted;
import com.ecamazon.contract.shop.Catalogue.ProductEntry;
import com.ecamazon.contract.shop.Catalogue.ProductNews;
import com.ecamazon.contract.shop.Catalogue.ProductReply;
import com.ecamazon.contract.shop.Catalogue.VariantEntry;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.shop.domain.CatalogueProduct;
import com.ecamazon.shop.domain.ChangeNumbers;
import com.ecamazon.shop.domain.Gtin;
import com.ecamazon.shop.store.CatalogueDocuments;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A merchandiser creates, changes and deletes products. */
final class ProductWriting {
    private final Platform platform;
    private final CatalogueDocuments documents;
    private final CatalogueMemory memory;
    private final ProductDetails details;
    private final SkuClaims claims;
    private final ChangeNumbers numbers;

    ProductWriting(
            Platform platform,
            CatalogueDocuments documents,
            CatalogueMemory memory,
            ProductDetails details,
            ChangeNumbers numbers) {
        this.platform = platform;
        this.documents = documents;
        this.memory = memory;
        this.details = details;
        this.claims = new SkuClaims(documents);
        this.numbers = numbers;
    }

    /** What a write came to. */
    private record Written(@Nullable CatalogueProduct before, CatalogueProduct after) {
        boolean isNew() {
            return before == null || before.deleted();
        }
    }

    Future<ProductReply> put(ProductEntry entry) {
        check(entry, "");
        return checkCategory(entry)
                .compose(known -> claim(entry))
                .compose(refused -> refused.isEmpty()
                        ? write(entry)
                        : Future.succeededFuture(new ProductReply.SkuTaken(refused.getFirst())));
    }

    /** What the records cannot see: codes that do not check, and a SKU that is there twice. */
    static void check(ProductEntry entry, String pointer) {
        var seen = new HashSet<Sku>();
        for (int i = 0; i < entry.variants().size(); i++) {
            var variant = entry.variants().get(i);
            var gtin = variant.gtin();
            if (gtin != null && !Gtin.isValid(gtin)) {
                throw new InvalidRequest(
                        pointer + "/variants/" + i + "/gtin", "gtin has a wrong length or check digit");
            }
            if (!seen.add(variant.sku())) {
                throw new InvalidRequest(pointer + "/variants/" + i + "/sku", "sku is there twice");
            }
        }
    }

    private Future<Void> checkCategory(ProductEntry entry) {
        var category = entry.category();
        if (category == null || memory.hasCategory(category)) {
            return Future.succeededFuture();
        }
        return documents
                .hasCategory(category)
                .compose(known -> known
                        ? Future.succeededFuture()
                        : Future.failedFuture(new InvalidRequest("/category", "category is not there")));
    }

    private Future<List<Sku>> claim(ProductEntry entry) {
        var wanted = new LinkedHashMap<Sku, ProductId>();
        entry.variants().forEach(variant -> wanted.put(variant.sku(), entry.id()));
        return claims.claim(wanted, platform.clock().instant());
    }

    private Future<ProductReply> write(ProductEntry entry) {
        long change = numbers.next(platform.clock().instant());
        return documents
                .<Written>decide(entry.id(), before -> put(before, entry, change))
                .compose(written -> claims.release(dropped(written))
                        .compose(done -> show(written.after()))
                        .map(done -> reply(written)));
    }

    private static Decision<CatalogueProduct, Written> put(
            @Nullable CatalogueProduct before, ProductEntry entry, long change) {
        if (before == null) {
            var created = new CatalogueProduct(entry, change, change, false);
            return Decision.<CatalogueProduct, Written>change(created, new Written(null, created))
                    .journaled()
                    .news(ShopContract.PRODUCTS, created(entry));
        }
        if (before.shows(entry)) {
            return Decision.unchanged(new Written(before, before));
        }
        var after = before.with(entry, Math.max(change, before.changed() + 1));
        var news = before.deleted()
                ? created(entry)
                : new ProductNews.ProductChanged(
                        entry.id(),
                        entry.title(),
                        entry.variants().getFirst().price(),
                        before.entry().variants().getFirst().price());
        return Decision.<CatalogueProduct, Written>change(after, new Written(before, after))
                .journaled()
                .news(ShopContract.PRODUCTS, news);
    }

    private static ProductNews created(ProductEntry entry) {
        return new ProductNews.ProductCreated(
                entry.id(), entry.title(), entry.variants().getFirst().price());
    }

    private static Set<Sku> dropped(Written written) {
        if (written.before() == null || written.before().deleted()) {
            return Set.of();
        }
        var dropped = skus(written.before());
        dropped.removeAll(skus(written.after()));
        return dropped;
    }

    private static Set<Sku> skus(CatalogueProduct product) {
        return product.entry().variants().stream()
                .map(VariantEntry::sku)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private ProductReply reply(Written written) {
        var listing = memory.snapshot().product(written.after().id());
        if (listing == null) {
            throw new ProblemException(Problem.conflict());
        }
        var product = details.product(listing);
        return written.isNew() ? new ProductReply.Created(product) : new ProductReply.Changed(product);
    }

    Future<ProductDeleted> delete(ProductId id) {
        long change = numbers.next(platform.clock().instant());
        return documents
                .<CatalogueProduct>decide(id, before -> {
                    if (before == null || before.deleted()) {
                        throw new ProblemException(Problem.notFound());
                    }
                    var after = before.without(Math.max(change, before.changed() + 1));
                    return Decision.<CatalogueProduct, CatalogueProduct>change(after, after)
                            .journaled()
                            .news(
                                    ShopContract.PRODUCTS,
                                    new ProductNews.ProductRemoved(
                                            id, before.entry().title()));
                })
                .compose(after -> claims.release(skus(after)).compose(done -> show(after)))
                .map(done -> new ProductDeleted(id));
    }

    private Future<Void> show(CatalogueProduct product) {
        platform.bus()
                .publish(ShopContract.CATALOGUE_FEED, new CatalogueChanged(platform.instance(), product.changed() - 1));
        return memory.apply(List.of(product), List.of());
    }
}
