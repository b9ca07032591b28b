package com.ecamazon.shop;

import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.shop.Catalogue.Product;
import com.ecamazon.contract.shop.Catalogue.Variant;
import com.ecamazon.platform.bus.Encoded;
import com.ecamazon.shop.search.Listing;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;

/** Serves single products, kept encoded until the product or its availability changes. */
final class ProductDetails {
    private static final int KEPT = 4_000;

    private final CatalogueMemory memory;
    private final Availability availability;
    /** By the listing's slot. */
    private final Recent<Integer, Detail> details = new Recent<>(KEPT);

    ProductDetails(CatalogueMemory memory, Availability availability) {
        this.memory = memory;
        this.availability = availability;
    }

    private static final class Detail {
        private final Listing listing;
        private final int[] available;
        private final Encoded<Product> encoded;
        private long revision;

        Detail(Listing listing, int[] available, Encoded<Product> encoded, long revision) {
            this.listing = listing;
            this.available = available;
            this.encoded = encoded;
            this.revision = revision;
        }
    }

    /** Fails with 404 when there is no such product. */
    Future<Encoded<Product>> detail(ProductId id) {
        var listing = memory.snapshot().product(id);
        if (listing == null) {
            return Future.failedFuture(new ProblemException(Problem.notFound()));
        }
        var known = details.get(listing.slot());
        if (known == null || !isCurrent(known, listing)) {
            known = new Detail(listing, available(listing), Encoded.of(product(listing)), availability.revision());
            details.put(listing.slot(), known);
        }
        return Future.succeededFuture(known.encoded);
    }

    @SuppressWarnings("ReferenceEquality") // To compare their contents would cost more than it saves.
    private boolean isCurrent(Detail detail, Listing listing) {
        // A product that changed has another listing.
        if (detail.listing != listing) {
            return false;
        }
        if (detail.revision != availability.revision()) {
            if (!Arrays.equals(detail.available, available(listing))) {
                return false;
            }
            detail.revision = availability.revision();
        }
        return true;
    }

    private int[] available(Listing listing) {
        return listing.entry().variants().stream()
                .mapToInt(variant -> availability.of(variant.sku()))
                .toArray();
    }

    /** The product as it is shown. */
    Product product(Listing listing) {
        var entry = listing.entry();
        var first = listing.defaultVariant();
        var variants = new ArrayList<Variant>();
        for (var variant : entry.variants()) {
            variants.add(new Variant(
                    variant.sku(),
                    variant.gtin(),
                    listing.title(variant),
                    variant.price(),
                    listing.image(variant),
                    availability.of(variant.sku()),
                    Objects.requireNonNull(variant.options())));
        }
        return new Product(
                entry.id(),
                first.sku(),
                entry.title(),
                entry.brand(),
                entry.category(),
                entry.description(),
                first.price(),
                listing.image(first),
                availability.of(first.sku()),
                variants,
                Objects.requireNonNull(entry.attributes()),
                listing.version());
    }
}
