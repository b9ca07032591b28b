package com.ecamazon.shop;

import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shop.Catalogue.Image;
import com.ecamazon.contract.shop.Catalogue.ImageQuery;
import com.ecamazon.contract.shop.Catalogue.VariantEntry;
import com.ecamazon.shop.demo.DemoCatalogue;
import com.ecamazon.shop.domain.Icon;
import com.ecamazon.shop.domain.ProductImage;
import com.ecamazon.shop.search.Listing;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Serves the pictures that the shop draws for products and categories that bring none. */
final class Pictures {
    private final CatalogueMemory memory;

    Pictures(CatalogueMemory memory) {
        this.memory = memory;
    }

    /** The picture of a variant; fails with 404 when the product has no such SKU. */
    Future<Image> product(ImageQuery query) {
        var listing = memory.snapshot().product(query.product());
        var variant = listing == null ? null : variant(listing, query.sku());
        return listing == null || variant == null
                ? Future.failedFuture(new ProblemException(Problem.notFound()))
                : Future.succeededFuture(new Image(draw(listing, variant)));
    }

    private static @Nullable VariantEntry variant(Listing listing, Sku sku) {
        for (var variant : listing.entry().variants()) {
            if (variant.sku().equals(sku)) {
                return variant;
            }
        }
        return null;
    }

    private String draw(Listing listing, VariantEntry variant) {
        var id = listing.id().value();
        var title = listing.title(variant);
        Map<String, String> options = Objects.requireNonNull(variant.options());
        return icon(listing.entry().category())
                .map(icon -> ProductImage.svg(icon, id, title, options.values()))
                .orElseGet(() -> ProductImage.placeholder(
                        id, title, Objects.requireNonNullElse(listing.entry().brand(), "")));
    }

    /** The picture of a category; fails with 404 when there is none. */
    Future<Image> category(String id) {
        var tree = memory.snapshot().categories();
        int number = tree.number(id);
        if (number < 0) {
            return Future.failedFuture(new ProblemException(Problem.notFound()));
        }
        var title = tree.entry(number).title();
        return Future.succeededFuture(new Image(ProductImage.svg(icon(id).orElse(Icon.BOX), id, title, List.of())));
    }

    /** The drawing of the category, or of the nearest above it that has one. */
    private Optional<Icon> icon(@Nullable String category) {
        if (category == null) {
            return Optional.empty();
        }
        var tree = memory.snapshot().categories();
        for (int number = tree.number(category); number >= 0; number = tree.parent(number)) {
            var icon = DemoCatalogue.icon(tree.entry(number).id());
            if (icon.isPresent()) {
                return icon;
            }
        }
        return Optional.empty();
    }
}
