package com.ecamazon.shop;

import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shop.Catalogue.Categories;
import com.ecamazon.contract.shop.Catalogue.CategoriesQuery;
import com.ecamazon.contract.shop.Catalogue.Category;
import com.ecamazon.contract.shop.Catalogue.CategoryImageQuery;
import com.ecamazon.contract.shop.Catalogue.DeleteProduct;
import com.ecamazon.contract.shop.Catalogue.Image;
import com.ecamazon.contract.shop.Catalogue.ImageQuery;
import com.ecamazon.contract.shop.Catalogue.ImportCategories;
import com.ecamazon.contract.shop.Catalogue.ImportProducts;
import com.ecamazon.contract.shop.Catalogue.Imported;
import com.ecamazon.contract.shop.Catalogue.Product;
import com.ecamazon.contract.shop.Catalogue.ProductDeleted;
import com.ecamazon.contract.shop.Catalogue.ProductPage;
import com.ecamazon.contract.shop.Catalogue.ProductQuery;
import com.ecamazon.contract.shop.Catalogue.ProductReply;
import com.ecamazon.contract.shop.Catalogue.ProductsQuery;
import com.ecamazon.contract.shop.Catalogue.PutProduct;
import com.ecamazon.contract.shop.Catalogue.Recommendations;
import com.ecamazon.contract.shop.Catalogue.RecommendationsQuery;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.contract.stock.Levels.AvailabilityChanged;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.bus.Bindings;
import com.ecamazon.platform.bus.Encoded;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.shop.domain.ChangeNumbers;
import com.ecamazon.shop.domain.Offer;
import com.ecamazon.shop.store.CatalogueDocuments;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catalogue of one Shop instance: all products at hand, kept up to date, and the operations on them. */
final class Catalogue implements Prices {
    private final CatalogueMemory memory;
    private final CatalogueFollowing following;
    private final Availability availability;
    private final ProductLists lists;
    private final ProductDetails details;
    private final Recommending recommending;
    private final ProductWriting writing;
    private final CatalogueImport imports;
    private final Pictures pictures;
    private final CatalogueAuditing auditing;
    private @Nullable Encoded<Categories> categories;

    Catalogue(Platform platform) {
        var documents = new CatalogueDocuments(platform.database());
        var numbers = new ChangeNumbers();
        memory = new CatalogueMemory(platform.vertx());
        following = new CatalogueFollowing(platform, documents, memory);
        availability = new Availability(platform.vertx(), platform.bus());
        lists = new ProductLists(memory, availability, new Items());
        details = new ProductDetails(memory, availability);
        recommending = new Recommending(memory, availability);
        writing = new ProductWriting(platform, documents, memory, details, numbers);
        imports = new CatalogueImport(platform, documents, memory, numbers);
        pictures = new Pictures(memory);
        auditing = new CatalogueAuditing(documents, memory, availability);
        memory.onChange(() -> categories = null);
    }

    /** Reads all products and categories, and what is there of them; done when they can be searched. */
    Future<Void> load() {
        return Future.all(following.load(), availability.load()).mapEmpty();
    }

    /** Serves the catalogue's operations and hears what keeps it up to date. */
    void bind(Bindings bindings) {
        bindings.serveEncoded(ShopContract.PRODUCTS_PAGE, this::products);
        bindings.serveEncoded(ShopContract.PRODUCT, this::product);
        bindings.serveEncoded(ShopContract.CATEGORIES, this::categories);
        bindings.serve(ShopContract.RECOMMENDATIONS, this::recommendations);
        bindings.serve(ShopContract.IMAGE, this::image);
        bindings.serve(ShopContract.CATEGORY_IMAGE, this::categoryImage);
        bindings.serve(ShopContract.PUT_PRODUCT, this::put);
        bindings.serve(ShopContract.DELETE_PRODUCT, this::delete);
        bindings.serve(ShopContract.IMPORT_PRODUCTS, this::importProducts);
        bindings.serve(ShopContract.IMPORT_CATEGORIES, this::importCategories);
        bindings.serve(ShopContract.CATALOGUE_FACTS, auditing::products);
        bindings.listen(ShopContract.CATALOGUE_FEED, following::hear);
        bindings.listen(StockContract.AVAILABILITY, this::heard);
    }

    void heard(AvailabilityChanged news) {
        availability.hear(news);
    }

    /** Follows changes of products and of their availability from now on. */
    void follow() {
        following.start();
        availability.reload();
    }

    @Override
    public Optional<Offer> offer(Sku sku) {
        var listing = memory.snapshot().product(sku);
        if (listing == null) {
            return Optional.empty();
        }
        return listing.entry().variants().stream()
                .filter(variant -> variant.sku().equals(sku))
                .findFirst()
                .map(variant ->
                        new Offer(sku, listing.id(), listing.title(variant), listing.image(variant), variant.price()));
    }

    @Override
    public void bought(List<ProductId> products) {
        recommending.bought(products);
    }

    Future<Encoded<ProductPage>> products(Request<ProductsQuery> request) {
        return lists.page(request.body());
    }

    Future<Encoded<Product>> product(Request<ProductQuery> request) {
        return details.detail(request.body().id());
    }

    Future<Encoded<Categories>> categories(Request<CategoriesQuery> request) {
        var ready = categories;
        if (ready == null) {
            ready = Encoded.of(tree());
            categories = ready;
        }
        return Future.succeededFuture(ready);
    }

    private Categories tree() {
        var tree = memory.snapshot().categories();
        var counts = memory.snapshot().productsByCategory();
        var items = new ArrayList<Category>();
        for (int number = 0; number < tree.size(); number++) {
            var entry = tree.entry(number);
            var parent = tree.parent(number) < 0 ? null : entry.parent();
            var image = entry.image() != null ? entry.image() : "/api/category-images/" + entry.id();
            items.add(new Category(entry.id(), entry.title(), parent, image, counts[number]));
        }
        return new Categories(items);
    }

    Future<Recommendations> recommendations(Request<RecommendationsQuery> request) {
        return recommending.recommend(request.body());
    }

    Future<Image> image(Request<ImageQuery> request) {
        return pictures.product(request.body());
    }

    Future<Image> categoryImage(Request<CategoryImageQuery> request) {
        return pictures.category(request.body().id());
    }

    Future<ProductReply> put(Request<PutProduct> request) {
        return writing.put(request.body().entry());
    }

    Future<ProductDeleted> delete(Request<DeleteProduct> request) {
        return writing.delete(request.body().id());
    }

    Future<Imported> importProducts(Request<ImportProducts> request) {
        return imports.products(request.body().products());
    }

    Future<Imported> importCategories(Request<ImportCategories> request) {
        return imports.categories(request.body().categories());
    }
}
