package com.ecamazon.shop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.shop.Catalogue.CategoryEntry;
import com.ecamazon.contract.shop.Catalogue.ProductEntry;
import com.ecamazon.contract.shop.Catalogue.VariantEntry;
import com.ecamazon.shop.domain.Gtin;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoCatalogueTest {
    private final List<ProductEntry> products = DemoCatalogue.products();
    private final List<CategoryEntry> categories = DemoCatalogue.categories();

    @Test
    void products_counts_areThoseOfAShop() {
        var used = products.stream().map(ProductEntry::category).collect(Collectors.toSet());

        assertThat(products).hasSizeGreaterThanOrEqualTo(1_000);
        assertThat(used).hasSizeGreaterThanOrEqualTo(30);
        assertThat(products.stream().filter(product -> product.variants().size() > 1))
                .hasSizeGreaterThan(products.size() / 2);
        assertThat(products)
                .allSatisfy(product -> assertThat(product.variants()).hasSizeBetween(1, 24));
    }

    @Test
    void products_madeTwice_areTheSame() {
        assertThat(DemoCatalogue.products()).isEqualTo(products);
    }

    @Test
    void products_idsTitlesSkusAndGtins_areUnique() {
        var variants = products.stream()
                .flatMap(product -> product.variants().stream())
                .toList();

        assertThat(products.stream().map(ProductEntry::id)).doesNotHaveDuplicates();
        assertThat(products.stream().map(ProductEntry::title)).doesNotHaveDuplicates();
        assertThat(variants.stream().map(VariantEntry::sku)).doesNotHaveDuplicates();
        assertThat(variants.stream().map(VariantEntry::gtin)).doesNotHaveDuplicates();
    }

    @Test
    void products_gtinsAndPrices_areValid() {
        assertThat(products.stream().flatMap(product -> product.variants().stream()))
                .allSatisfy(variant -> {
                    assertThat(variant.gtin()).hasSize(13).matches(Gtin::isValid);
                    assertThat(variant.price().amount()).isBetween(300L, 300_000L);
                    assertThat(variant.price().currency()).isEqualTo("EUR");
                });
    }

    @Test
    void products_texts_holdNoLeftovers() {
        assertThat(products).allSatisfy(product -> {
            assertThat(product.title() + product.description()).doesNotContain("null", "  ", "|", "$");
            assertThat(product.attributes()).isNotEmpty();
        });
    }

    @Test
    void categories_parents_comeFirstAndEachHasAnIcon() {
        var seen = new HashSet<String>();
        for (var category : categories) {
            if (category.parent() != null) {
                assertThat(seen).contains(category.parent());
            }
            seen.add(category.id());
            assertThat(DemoCatalogue.icon(category.id())).isPresent();
        }
        assertThat(seen)
                .containsAll(products.stream().map(ProductEntry::category).toList());
    }
}
