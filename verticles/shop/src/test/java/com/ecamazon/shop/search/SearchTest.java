package com.ecamazon.shop.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shop.Catalogue.ProductEntry;
import com.ecamazon.contract.shop.Catalogue.Sort;
import com.ecamazon.contract.shop.Catalogue.VariantEntry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchTest {
    private final Shop shop = new Shop()
            .categories("home", "lamps<home", "chairs<home", "sound")
            .put("lamp", "Desk lamp with linen shade", "Wolmar", "lamps", 40_00)
            .put("floor", "Floor lamp", "Sovanna", "lamps", 120_00, Map.of("Colour", "Mustard"))
            .put("chair", "Dining chair", "Wolmar", "chairs", 60_00, Map.of("Goes with", "any lamp"))
            .put("phones", "Wireless headphones", "Lumeo", "sound", 99_00)
            .put("loose", "Gift card", null, null, 20_00);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void words_inTitle_beforeThoseInAttributes() {
        assertThat(shop.ids("lamps")).containsExactly("floor", "lamp", "chair");
    }

    @Test
    void words_severalOverAllFields_allMustMatch() {
        assertThat(shop.ids("wolmar lamp")).containsExactlyInAnyOrder("lamp", "chair");
        assertThat(shop.ids("mustard lamps")).first().isEqualTo("floor");
    }

    @Test
    void words_misspelt_findWhatWasMeant() {
        assertThat(shop.ids("hedphones")).containsExactly("phones");
        assertThat(shop.ids("wirless headphnes")).containsExactly("phones");
    }

    @Test
    void words_modelNumber_isNotTakenForAnother() {
        shop.put("m-1", "Drive AX1234", null, null, 1).put("m-2", "Drive AX1235", null, null, 1);

        assertThat(shop.ids("ax1234")).containsExactly("m-1");
    }

    @Test
    void words_begun_findTheWholeWord() {
        assertThat(shop.ids("headph")).containsExactly("phones");
    }

    @Test
    void words_oneOfThreeUnknown_restIsEnough() {
        assertThat(shop.ids("wireless headphones qqqqqq")).containsExactly("phones");
    }

    @Test
    void words_matchingNothing_nothing() {
        assertThat(shop.ids("xylophone")).isEmpty();
        assertThat(shop.ids("the of")).isEmpty();
    }

    @Test
    void words_skuOrGtin_thatProductFirst() {
        shop.put(new ProductEntry(
                new ProductId("z-last"),
                "Cable",
                null,
                null,
                null,
                null,
                List.of(
                        new VariantEntry(new Sku("C-1"), null, null, Money.eur(1), null, Map.of()),
                        new VariantEntry(new Sku("C-2"), "4006381333931", null, Money.eur(1), null, Map.of())),
                Map.of()));
        shop.put("other", "Reader for sku-lamp and c-2", null, null, 5);

        assertThat(shop.ids("4006381333931")).first().isEqualTo("z-last");
        assertThat(shop.ids("c-2")).first().isEqualTo("z-last");
        assertThat(shop.ids("sku-lamp")).first().isEqualTo("lamp");
    }

    @Test
    void category_withDescendants_included() {
        assertThat(ids(filter("home", List.of(), 0, Long.MAX_VALUE)))
                .containsExactlyInAnyOrder("lamp", "floor", "chair");
        assertThat(ids(filter("chairs", List.of(), 0, Long.MAX_VALUE))).containsExactly("chair");
        assertThat(ids(filter("nowhere", List.of(), 0, Long.MAX_VALUE))).isEmpty();
    }

    @Test
    void brand_several_eitherWillDo() {
        assertThat(ids(filter(null, List.of("lumeo", "sovanna"), 0, Long.MAX_VALUE)))
                .containsExactlyInAnyOrder("phones", "floor");
    }

    @Test
    void price_bounds_areIncluded() {
        assertThat(ids(filter(null, List.of(), 40_00, 60_00))).containsExactlyInAnyOrder("lamp", "chair");
    }

    @Test
    void sort_each_isInOrder() {
        assertThat(ids(Shop.sorted(Sort.PRICE_ASCENDING))).containsExactly("loose", "lamp", "chair", "phones", "floor");
        assertThat(ids(Shop.sorted(Sort.PRICE_DESCENDING)))
                .containsExactly("floor", "phones", "chair", "lamp", "loose");
        assertThat(ids(Shop.sorted(Sort.TITLE))).containsExactly("lamp", "chair", "floor", "loose", "phones");
        assertThat(ids(Shop.sorted(Sort.NEWEST))).containsExactly("loose", "phones", "chair", "floor", "lamp");
        assertThat(ids(Shop.sorted(Sort.RELEVANCE))).last().isEqualTo("loose");
    }

    @Test
    void facets_ownChoice_doesNotNarrowItself() {
        var found = shop.find(filter("lamps", List.of("wolmar"), 0, 50_00));

        assertThat(found.total()).isEqualTo(1);
        assertThat(Shop.counts(found, "brand")).isEqualTo(Map.of("Wolmar", 1));
        assertThat(Shop.counts(found, "category")).isEqualTo(Map.of("home", 1, "lamps", 1));
        assertThat(Shop.counts(found, "price")).containsEntry("2500-4999", 1).containsEntry("10000-24999", 0);
        var dearer = shop.find(filter("lamps", List.of("wolmar"), 0, Long.MAX_VALUE));
        assertThat(Shop.counts(dearer, "brand")).isEqualTo(Map.of("Wolmar", 1, "Sovanna", 1));
        assertThat(Shop.counts(dearer, "category")).isEqualTo(Map.of("home", 2, "lamps", 1, "chairs", 1));
    }

    @Test
    void put_again_changesWhatIsFound() {
        shop.put("lamp", "Ceiling light", "Wolmar", "lamps", 45_00);

        assertThat(shop.ids("desk")).isEmpty();
        assertThat(shop.ids("ceiling")).containsExactly("lamp");
        assertThat(shop.snapshot().size()).isEqualTo(5);
    }

    @Test
    void delete_product_isNotFoundAnyMore() {
        shop.delete("phones");

        assertThat(shop.ids("headphones")).isEmpty();
        assertThat(shop.snapshot().text().scores("headphones", shop.snapshot().slots()))
                .containsOnly(0);
        assertThat(shop.snapshot().product(new Sku("SKU-phones"))).isNull();
        assertThat(ids(Shop.sorted(Sort.TITLE))).doesNotContain("phones");
    }

    @Test
    void similar_ofALamp_otherLampsFirstNeverItself() {
        var lamp = shop.snapshot().product(new ProductId("lamp"));
        assertThat(lamp).isNotNull();

        assertThat(Similar.to(shop.snapshot(), lamp, 5).stream()
                        .map(one -> one.id().value()))
                .containsExactly("floor", "chair");
    }

    @Test
    void similar_ofUnclassified_likeWordsFirst() {
        shop.put("toner-1", "Xerox toner black", "Xerox", null, 50_00);
        shop.put("toner-2", "Xerox toner cyan", "Xerox", null, 55_00);
        shop.put("cable", "HDMI cable", "Xerox", null, 50_00);
        var toner = shop.snapshot().product(new ProductId("toner-1"));
        assertThat(toner).isNotNull();

        assertThat(Similar.to(shop.snapshot(), toner, 5).stream()
                        .map(one -> one.id().value()))
                .containsExactly("toner-2", "cable");
    }

    private List<String> ids(SearchFilter filter) {
        return Shop.ids(shop.find(filter));
    }

    private static SearchFilter filter(@Nullable String category, List<String> brands, long min, long max) {
        return new SearchFilter("", category, brands, min, max, Sort.RELEVANCE);
    }
}
