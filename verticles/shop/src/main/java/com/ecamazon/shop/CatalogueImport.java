package com.ecamazon.shop;

import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shop.Catalogue.CatalogueChanged;
import com.ecamazon.contract.shop.Catalogue.CategoryEntry;
import com.ecamazon.contract.shop.Catalogue.Imported;
import com.ecamazon.contract.shop.Catalogue.ProductEntry;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.shop.domain.CatalogueCategory;
import com.ecamazon.shop.domain.CatalogueProduct;
import com.ecamazon.shop.domain.ChangeNumbers;
import com.ecamazon.shop.search.Listing;
import com.ecamazon.shop.store.CatalogueDocuments;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Enters many products or categories at once, without news of each. What is the same as before is not written, so a repeat
 * costs next to nothing; products that are new are written together.
 */
final class CatalogueImport {
    /** So many changes at a time, which leaves connections to others. */
    private static final int AT_ONCE = 16;

    private final Platform platform;
    private final CatalogueDocuments documents;
    private final CatalogueMemory memory;
    private final SkuClaims claims;
    private final ChangeNumbers numbers;

    CatalogueImport(Platform platform, CatalogueDocuments documents, CatalogueMemory memory, ChangeNumbers numbers) {
        this.platform = platform;
        this.documents = documents;
        this.memory = memory;
        this.claims = new SkuClaims(documents);
        this.numbers = numbers;
    }

    /** Fails with 409 {@code SKU_TAKEN}, and writes nothing, when a SKU belongs to a product that is not in the batch. */
    Future<Imported> products(List<ProductEntry> entries) {
        check(entries);
        var news = entries.stream().filter(entry -> !isListed(entry)).toList();
        int same = entries.size() - news.size();
        return claim(news)
                .compose(claimed ->
                        documents.products(news.stream().map(ProductEntry::id).toList()))
                .compose(stored -> write(news, stored))
                .compose(written -> keep(written, List.of()).map(done -> count(written, same, news.size())));
    }

    private static void check(List<ProductEntry> entries) {
        var ids = new HashSet<ProductId>();
        var skus = new HashSet<Sku>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            ProductWriting.check(entry, "/products/" + i);
            if (!ids.add(entry.id())) {
                throw new InvalidRequest("/products/" + i + "/id", "id is there twice");
            }
            for (var variant : entry.variants()) {
                if (!skus.add(variant.sku())) {
                    throw new InvalidRequest("/products/" + i + "/variants", "sku is there twice: " + variant.sku());
                }
            }
        }
    }

    private boolean isListed(ProductEntry entry) {
        var listing = memory.snapshot().product(entry.id());
        return listing != null && listing.entry().equals(entry);
    }

    private Future<Void> claim(List<ProductEntry> entries) {
        var wanted = new LinkedHashMap<Sku, ProductId>();
        for (var entry : entries) {
            entry.variants().forEach(variant -> wanted.put(variant.sku(), entry.id()));
        }
        wanted.entrySet().removeIf(claim -> isSoldBy(claim.getKey(), claim.getValue()));
        return claims.claim(wanted, platform.clock().instant())
                .compose(refused -> refused.isEmpty()
                        ? Future.succeededFuture()
                        : Future.failedFuture(new ProblemException(taken(refused))));
    }

    private boolean isSoldBy(Sku sku, ProductId id) {
        Listing seller = memory.snapshot().product(sku);
        return seller != null && seller.id().equals(id);
    }

    private static Problem taken(List<Sku> skus) {
        return new Problem(
                409,
                "SKU_TAKEN",
                "Another product has this SKU.",
                null,
                skus.stream()
                        .map(sku -> new Problem.Fault("/products", "belongs to another product", sku, null))
                        .toList());
    }

    private Future<List<CatalogueProduct>> write(List<ProductEntry> entries, Map<ProductId, CatalogueProduct> stored) {
        var added = new ArrayList<CatalogueProduct>();
        var changes = new ArrayList<ProductEntry>();
        for (var entry : entries) {
            if (stored.containsKey(entry.id())) {
                changes.add(entry);
            } else {
                long change = numbers.next(platform.clock().instant());
                added.add(new CatalogueProduct(entry, change, change, false));
            }
        }
        return documents
                .add(added)
                .compose(done -> inTurn(changes, this::change, new ArrayList<>()))
                .map(changed -> {
                    changed.addAll(added);
                    return changed;
                });
    }

    private Future<CatalogueProduct> change(ProductEntry entry) {
        long change = numbers.next(platform.clock().instant());
        return documents.decide(entry.id(), before -> {
            if (before != null && before.shows(entry)) {
                return Decision.unchanged(before);
            }
            var after = before == null
                    ? new CatalogueProduct(entry, change, change, false)
                    : before.with(entry, Math.max(change, before.changed() + 1));
            return Decision.change(after, after);
        });
    }

    /** Some at a time, until all are done. */
    private static <E, S> Future<List<S>> inTurn(List<E> entries, Function<E, Future<S>> write, List<S> done) {
        if (entries.isEmpty()) {
            return Future.succeededFuture(done);
        }
        int many = Math.min(AT_ONCE, entries.size());
        return Future.all(entries.subList(0, many).stream().map(write).toList()).compose(all -> {
            done.addAll(all.<S>list());
            return inTurn(entries.subList(many, entries.size()), write, done);
        });
    }

    private Imported count(List<CatalogueProduct> written, int same, int all) {
        int created = (int) written.stream()
                .filter(product -> product.created() == product.changed())
                .count();
        return new Imported(created, written.size() - created, same + all - written.size());
    }

    private Future<Void> keep(Collection<CatalogueProduct> products, Collection<CatalogueCategory> categories) {
        if (products.isEmpty() && categories.isEmpty()) {
            return Future.succeededFuture();
        }
        long first = Math.min(
                products.stream().mapToLong(CatalogueProduct::changed).min().orElse(Long.MAX_VALUE),
                categories.stream().mapToLong(CatalogueCategory::changed).min().orElse(Long.MAX_VALUE));
        return documents
                .seal(platform.clock().instant(), products.size(), categories.size())
                .compose(done -> memory.apply(products, categories))
                .onSuccess(done -> platform.bus()
                        .publish(ShopContract.CATALOGUE_FEED, new CatalogueChanged(platform.instance(), first - 1)));
    }

    /** Categories come parents first or not; one whose parent is missing stands at the top until it comes. */
    Future<Imported> categories(List<CategoryEntry> entries) {
        var changed = new HashMap<String, CategoryEntry>();
        var added = new ArrayList<CatalogueCategory>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (entry.id().equals(entry.parent())) {
                throw new InvalidRequest("/categories/" + i + "/parent", "parent is the category itself");
            }
            var known = memory.category(entry.id());
            if (known == null) {
                long change = numbers.next(platform.clock().instant());
                added.add(new CatalogueCategory(entry, change, change));
            } else if (!known.entry().equals(entry)) {
                changed.put(entry.id(), entry);
            }
        }
        int same = entries.size() - added.size() - changed.size();
        return documents
                .addCategories(added)
                .compose(done -> inTurn(List.copyOf(changed.values()), this::change, new ArrayList<>()))
                .compose(written -> {
                    int changes = written.size();
                    written.addAll(added);
                    return keep(List.of(), written).map(done -> new Imported(added.size(), changes, same));
                });
    }

    private Future<CatalogueCategory> change(CategoryEntry entry) {
        long change = numbers.next(platform.clock().instant());
        return documents.decideCategory(entry.id(), before -> {
            var after = before == null
                    ? new CatalogueCategory(entry, change, change)
                    : new CatalogueCategory(entry, before.created(), Math.max(change, before.changed() + 1));
            return Decision.change(after, after);
        });
    }
}
