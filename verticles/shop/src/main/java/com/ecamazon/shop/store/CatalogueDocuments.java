package com.ecamazon.shop.store;

import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.Slice;
import com.ecamazon.platform.data.Versioned;
import com.ecamazon.shop.domain.CatalogueCategory;
import com.ecamazon.shop.domain.CatalogueProduct;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The catalogue's documents: products, categories, and which product each SKU belongs to. */
public final class CatalogueDocuments {
    private static final int PAGE = 500;
    private static final String LAST_IMPORT = "last";

    private final Documents<CatalogueProduct> products;
    private final Documents<CatalogueCategory> categories;
    private final Documents<SkuOwner> skus;
    private final Documents<ImportMark> imports;

    public CatalogueDocuments(Database database) {
        products = database.documents("products", CatalogueProduct.class).index("state.changed");
        categories = database.documents("categories", CatalogueCategory.class).index("state.changed");
        skus = database.documents("skus", SkuOwner.class);
        imports = database.documents("imports", ImportMark.class);
    }

    /** All products that changed after a change, in order of their changes; deleted ones too. */
    public Future<List<CatalogueProduct>> productsAfter(long change) {
        return after(products, change, CatalogueProduct::changed, new ArrayList<>());
    }

    /** All categories that changed after a change, in order of their changes. */
    public Future<List<CatalogueCategory>> categoriesAfter(long change) {
        return after(categories, change, CatalogueCategory::changed, new ArrayList<>());
    }

    private static <S> Future<List<S>> after(
            Documents<S> documents, long change, Function<S, Long> changed, List<S> found) {
        var later = new JsonObject().put("state.changed", new JsonObject().put("$gt", change));
        return documents
                .find(later, new JsonObject().put("state.changed", 1), PAGE)
                .compose(page -> {
                    page.forEach(document -> found.add(document.state()));
                    return page.size() < PAGE
                            ? Future.succeededFuture(found)
                            : after(documents, changed.apply(page.getLast().state()), changed, found);
                });
    }

    /** A part of the products, deleted ones too, by id. */
    public Future<Slice<CatalogueProduct>> slice(Window window) {
        return products.slice(CatalogueProduct.class, window);
    }

    public Future<Optional<CatalogueProduct>> product(ProductId id) {
        return products.find(id.value()).map(found -> found.map(Versioned::state));
    }

    /** The products that have a document, deleted ones too, by id. */
    public Future<Map<ProductId, CatalogueProduct>> products(Collection<ProductId> ids) {
        if (ids.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        return products.findAll(ids.stream().map(ProductId::value).toList()).map(found -> {
            var byId = new HashMap<ProductId, CatalogueProduct>();
            found.forEach(document -> byId.put(document.state().id(), document.state()));
            return byId;
        });
    }

    public <R> Future<R> decide(
            ProductId id, Function<@Nullable CatalogueProduct, Decision<CatalogueProduct, R>> decision) {
        return products.decide(id.value(), decision);
    }

    /** Products that have no document yet. */
    public Future<Void> add(Collection<CatalogueProduct> added) {
        var byId = new LinkedHashMap<String, CatalogueProduct>();
        added.forEach(product -> byId.put(product.id().value(), product));
        return products.append(byId);
    }

    public Future<Boolean> hasCategory(String id) {
        return categories.find(id).map(Optional::isPresent);
    }

    public <R> Future<R> decideCategory(
            String id, Function<@Nullable CatalogueCategory, Decision<CatalogueCategory, R>> decision) {
        return categories.decide(id, decision);
    }

    /** Categories that have no document yet. */
    public Future<Void> addCategories(Collection<CatalogueCategory> added) {
        var byId = new LinkedHashMap<String, CatalogueCategory>();
        added.forEach(category -> byId.put(category.entry().id(), category));
        return categories.append(byId);
    }

    /** Puts the product's name on each SKU that has no owner yet; who the owners are then. */
    public Future<Map<Sku, SkuOwner>> claim(Map<Sku, ProductId> claims, Instant now) {
        if (claims.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        var wanted = new LinkedHashMap<String, SkuOwner>();
        claims.forEach((sku, product) -> wanted.put(sku.value(), new SkuOwner(product, now)));
        return skus.append(wanted)
                .compose(done -> skus.findAll(wanted.keySet()))
                .map(found -> {
                    var owners = new HashMap<Sku, SkuOwner>();
                    found.forEach(document -> owners.put(new Sku(document.id()), document.state()));
                    return owners;
                });
    }

    /** Gives a SKU to another product, if it still belongs to the one that was seen. */
    public Future<Boolean> takeOver(Sku sku, SkuOwner seen, SkuOwner next) {
        return skus.decide(
                sku.value(),
                owner -> owner == null || owner.equals(seen) ? Decision.change(next, true) : Decision.unchanged(false));
    }

    /** Frees a SKU. */
    public Future<Void> release(Sku sku) {
        return skus.remove(sku.value());
    }

    /** Marks the end of an import; when this is acknowledged, all that was written before is kept. */
    public Future<Void> seal(Instant now, int productCount, int categoryCount) {
        return imports.decide(
                        LAST_IMPORT,
                        before -> Decision.change(new ImportMark(now, productCount, categoryCount), true)
                                .journaled())
                .mapEmpty();
    }
}
