package com.ecamazon.shop.search;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shop.Catalogue.ProductEntry;
import com.ecamazon.contract.shop.Catalogue.VariantEntry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * A product in the snapshot.
 *
 * @param slot its place in the snapshot's columns, kept for life
 * @param brand the number of its brand, or -1
 * @param created the change by which it came
 * @param version its last change
 * @param sortTitle its title in lower case
 * @param mixed where it stands in a list that asks for no order: by the hash of its id, so that all departments are seen
 */
public record Listing(
        int slot, ProductEntry entry, int brand, long created, long version, String sortTitle, long mixed) {
    static Listing of(int slot, ProductEntry entry, int brand, long created, long version) {
        var hash = new CRC32();
        hash.update(entry.id().value().getBytes(StandardCharsets.UTF_8));
        // What a merchandiser has classified comes before what has no category.
        long mixed = hash.getValue() | (entry.category() == null ? 1L << 32 : 0);
        return new Listing(slot, entry, brand, created, version, entry.title().toLowerCase(Locale.ROOT), mixed);
    }

    public ProductId id() {
        return entry.id();
    }

    /** The variant that a list shows. */
    public VariantEntry defaultVariant() {
        return entry.variants().getFirst();
    }

    public Sku sku() {
        return defaultVariant().sku();
    }

    public Money price() {
        return defaultVariant().price();
    }

    /** What a variant is called: its own title, or the product's with what sets it apart. */
    public String title(VariantEntry variant) {
        if (variant.title() != null) {
            return variant.title();
        }
        var options = variant.options() == null
                ? ""
                : String.join(", ", variant.options().values());
        return options.isEmpty() || entry.variants().size() == 1 ? entry.title() : entry.title() + " – " + options;
    }

    /** Where a variant's picture is: its own, the product's, or the one that the shop draws. */
    public String image(VariantEntry variant) {
        if (variant.image() != null) {
            return variant.image();
        }
        var image = entry.image();
        return image != null
                ? image
                : "/api/images/" + segment(id().value()) + "/"
                        + segment(variant.sku().value());
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
