package com.ecamazon.contract.shop;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.Outcome;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.RawBody;
import com.ecamazon.contract.Require;
import com.ecamazon.contract.Sku;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Products, their variants, search and facets. */
public final class Catalogue {
    /** More units that can be bought are shown as this many. */
    public static final int MOST_AVAILABLE = 99;

    private Catalogue() {}

    /** The orders in which a list can be sorted. */
    public enum Sort {
        RELEVANCE,
        PRICE_ASCENDING,
        PRICE_DESCENDING,
        TITLE,
        NEWEST
    }

    /**
     * Asks for a page of products, one item per product.
     *
     * @param q words to find in title, brand, description and attributes, or a SKU
     * @param category a category's id; its descendants are included
     * @param minPrice in minor units, included
     * @param maxPrice in minor units, included
     * @param cursor from the page before
     */
    public record ProductsQuery(
            @Nullable String q,
            @Nullable String category,
            @Nullable List<String> brand,
            @Nullable Long minPrice,
            @Nullable Long maxPrice,
            @Nullable Sort sort,
            @Nullable Integer limit,
            @Nullable String cursor) {
        public ProductsQuery {
            q = Require.optionalText(q, "q", 200);
            category = Require.optionalText(category, "category", 64);
            brand = brand == null ? List.of() : List.copyOf(brand);
            Require.that(brand.size() <= 20, "brand", "must have at most 20 values");
            Require.that(minPrice == null || minPrice >= 0, "minPrice", "must not be negative");
            Require.that(maxPrice == null || maxPrice >= 0, "maxPrice", "must not be negative");
            Require.that(
                    minPrice == null || maxPrice == null || minPrice <= maxPrice,
                    "minPrice",
                    "must not be above maxPrice");
            limit = Require.range(limit, "limit", 1, 100, 24);
        }
    }

    /**
     * A page of products.
     *
     * @param total how many products match
     * @param next the cursor of the next page; null at the end
     */
    public record ProductPage(
            List<Item> items,
            List<Facet> facets,
            int total,
            @Nullable String next) {}

    /**
     * A product in a list.
     *
     * @param sku the default variant
     * @param available units of the default variant that can be bought, 99 for more; at most a second old
     */
    public record Item(
            ProductId id, Sku sku, String title, @Nullable String brand, Money price, String image, int available) {}

    /** A property to filter by, with its values and how many products have each. */
    public record Facet(String name, List<FacetValue> values) {}

    /** A value of a facet. */
    public record FacetValue(String value, String label, int count) {}

    /** Asks for one product. */
    public record ProductQuery(ProductId id) {}

    /**
     * A product with its variants.
     *
     * @param sku the default variant
     * @param available units of the default variant, 99 for more
     */
    public record Product(
            ProductId id,
            Sku sku,
            String title,
            @Nullable String brand,
            @Nullable String category,
            @Nullable String description,
            Money price,
            String image,
            int available,
            List<Variant> variants,
            Map<String, String> attributes,
            long version) {}

    /**
     * A variant: the thing that is sold.
     *
     * @param options such as colour: black
     */
    public record Variant(
            Sku sku,
            @Nullable String gtin,
            String title,
            Money price,
            String image,
            int available,
            Map<String, String> options) {}

    /** Asks for the category tree. */
    public record CategoriesQuery() {}

    /** The categories, parents before children. */
    public record Categories(List<Category> items) {}

    /**
     * A category.
     *
     * @param products how many products are in it and below it
     */
    public record Category(
            String id, String title, @Nullable String parent, String image, int products) {}

    /** Asks for products that go with one. */
    public record RecommendationsQuery(
            ProductId id, @Nullable Integer limit) {
        public RecommendationsQuery {
            limit = Require.range(limit, "limit", 1, 24, 8);
        }
    }

    /** Products that go with one. */
    public record Recommendations(List<Item> items) {}

    /** Asks for the picture that is drawn for a variant. */
    public record ImageQuery(ProductId product, Sku sku) {}

    /** Asks for the picture that is drawn for a category. */
    public record CategoryImageQuery(String id) {
        public CategoryImageQuery {
            id = Require.text(id, "id", 64);
        }
    }

    /** A drawn picture. */
    public record Image(@RawBody("image/svg+xml") String svg) {}

    /** News of {@link ShopContract#CATALOGUE_FEED}: products or categories changed; the change numbers are after this one. */
    public record CatalogueChanged(String instance, long after) {}

    /** A variant as the merchandiser enters it. */
    public record VariantEntry(
            Sku sku,
            @Nullable String gtin,
            @Nullable String title,
            Money price,
            @Nullable String image,
            @Nullable Map<String, String> options) {
        public VariantEntry {
            title = Require.optionalText(title, "variants/title", 200);
            Require.present(price, "variants/price");
            Require.that(price.amount() >= 0, "variants/price", "must not be negative");
            options = Require.texts(options, "variants/options", 10, 80);
            gtin = Require.optionalText(gtin, "variants/gtin", 14);
            image = Require.optionalText(image, "variants/image", 500);
            Require.present(sku, "variants/sku");
        }
    }

    /** A product as the merchandiser enters it; the first variant is the default. */
    public record ProductEntry(
            ProductId id,
            String title,
            @Nullable String brand,
            @Nullable String category,
            @Nullable String description,
            @Nullable String image,
            List<VariantEntry> variants,
            @Nullable Map<String, String> attributes) {
        public ProductEntry {
            title = Require.text(title, "title", 300);
            brand = Require.optionalText(brand, "brand", 120);
            category = Require.optionalText(category, "category", 64);
            description = Require.optionalText(description, "description", 8_000);
            variants = List.copyOf(Require.some(variants, "variants", 100));
            attributes = Require.texts(attributes, "attributes", 250, 2_000);
            image = Require.optionalText(image, "image", 500);
            Require.present(id, "id");
        }
    }

    /** Creates the product or replaces what is there under its id. */
    public record PutProduct(
            ProductId id,
            String title,
            @Nullable String brand,
            @Nullable String category,
            @Nullable String description,
            @Nullable String image,
            List<VariantEntry> variants,
            @Nullable Map<String, String> attributes) {
        public PutProduct {
            // The entry's own constructor holds the rules.
            var entry = new ProductEntry(id, title, brand, category, description, image, variants, attributes);
            title = entry.title();
            variants = entry.variants();
            attributes = entry.attributes();
        }

        public ProductEntry entry() {
            return new ProductEntry(id, title, brand, category, description, image, variants, attributes);
        }
    }

    /** Takes a product out of the catalogue. */
    public record DeleteProduct(ProductId id) {}

    /** What a change of a product answers. */
    public sealed interface ProductReply {
        /** A new product. */
        @Outcome(status = 201)
        record Created(Product product) implements ProductReply {}

        /** The product as it is now. */
        record Changed(Product product) implements ProductReply {}

        /** One of its SKUs belongs to another product. */
        @Outcome(status = 409, code = "SKU_TAKEN", title = "Another product has this SKU.")
        record SkuTaken(Sku sku) implements ProductReply {}
    }

    /** The product is gone. */
    public record ProductDeleted(ProductId id) {}

    /** Many products at once; those that are the same as before are left alone. */
    public record ImportProducts(List<ProductEntry> products) {
        public ImportProducts {
            products = List.copyOf(Require.some(products, "products", 500));
        }
    }

    /** How an import went. */
    public record Imported(int created, int changed, int unchanged) {}

    /** Many categories at once. */
    public record ImportCategories(List<CategoryEntry> categories) {
        public ImportCategories {
            categories = List.copyOf(Require.some(categories, "categories", 5_000));
        }
    }

    /** A category as it is entered. */
    public record CategoryEntry(
            String id,
            String title,
            @Nullable String parent,
            @Nullable String image) {
        public CategoryEntry {
            id = Require.text(id, "id", 64);
            title = Require.text(title, "title", 120);
            parent = Require.optionalText(parent, "parent", 64);
            image = Require.optionalText(image, "image", 500);
        }
    }

    /** News of {@link ShopContract#PRODUCTS}. */
    public sealed interface ProductNews {
        /** A product was created. */
        record ProductCreated(ProductId id, String title, Money price) implements ProductNews {}

        /** A product was changed. */
        record ProductChanged(ProductId id, String title, Money price, Money before) implements ProductNews {}

        /** A product was deleted. */
        record ProductRemoved(ProductId id, String title) implements ProductNews {}
    }
}
