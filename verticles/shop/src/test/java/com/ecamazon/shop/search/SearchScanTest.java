package com.ecamazon.shop.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.shop.Catalogue.Sort;
import com.ecamazon.shop.domain.CatalogueProduct;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the index answers is what a look at every product answers. */
class SearchScanTest {
    private static final List<String> WORDS = List.of("red", "blue", "lamp", "chair", "desk", "oak", "steel", "soft");
    private static final List<String> BRANDS = List.of("Wolmar", "Sovanna", "Lumeo", "Tresk");
    private static final List<String> CATEGORIES = List.of("home", "lamps", "chairs", "desk-lamps", "toys");

    private final Random random = new Random(42);

    @Test
    void find_randomCatalogueAndFilters_equalsAScan() {
        try (var shop = new Shop().categories("home", "lamps<home", "chairs<home", "desk-lamps<lamps", "toys")) {
            for (int i = 0; i < 400; i++) {
                change(shop);
                if (i > 100 && i % 3 == 0) {
                    compare(shop, filter());
                }
            }
        }
    }

    private void change(Shop shop) {
        var id = "p" + random.nextInt(150);
        boolean there = false;
        for (var product : shop.all()) {
            there |= product.id().value().equals(id);
        }
        if (there && random.nextInt(4) == 0) {
            shop.delete(id);
        } else {
            shop.put(
                    id,
                    pick(WORDS) + " " + pick(WORDS) + " " + pick(WORDS),
                    random.nextInt(5) == 0 ? null : pick(BRANDS),
                    random.nextInt(5) == 0 ? null : pick(CATEGORIES),
                    random.nextInt(1_500) * 100L);
        }
    }

    private SearchFilter filter() {
        long min = random.nextInt(800) * 100L;
        return new SearchFilter(
                // Two known words match enough that nothing is read freely, or are left out of the comparison.
                random.nextBoolean() ? "" : pick(WORDS),
                random.nextInt(3) == 0 ? pick(CATEGORIES) : null,
                random.nextInt(3) == 0 ? List.of(pick(BRANDS).toLowerCase(Locale.ROOT)) : List.of(),
                random.nextBoolean() ? 0 : min,
                random.nextBoolean() ? Long.MAX_VALUE : min + 50_000,
                Sort.values()[random.nextInt(Sort.values().length)]);
    }

    private void compare(Shop shop, SearchFilter filter) {
        var found = shop.find(filter);
        Predicate<CatalogueProduct> words =
                product -> List.of(product.entry().title().split(" ", -1)).contains(filter.words())
                        || filter.words().isEmpty();
        Predicate<CatalogueProduct> category = product ->
                filter.category() == null || isBelow(shop, product.entry().category(), filter.category());
        Predicate<CatalogueProduct> brand = product -> filter.brands().isEmpty()
                || filter.brands()
                        .contains(Objects.requireNonNullElse(product.entry().brand(), "")
                                .toLowerCase(Locale.ROOT));
        Predicate<CatalogueProduct> price =
                product -> cents(product) >= filter.minPrice() && cents(product) <= filter.maxPrice();

        var expected = scan(shop, words.and(category).and(brand).and(price));
        assertThat(Shop.ids(found)).containsExactlyInAnyOrderElementsOf(ids(expected));
        if (filter.sort() != Sort.RELEVANCE) {
            assertThat(Shop.ids(found))
                    .isEqualTo(
                            ids(expected.stream().sorted(order(filter.sort())).toList()));
        }
        var brands = new HashMap<String, Integer>();
        scan(shop, words.and(category).and(price)).stream()
                .map(product -> product.entry().brand())
                .filter(Objects::nonNull)
                .forEach(name -> brands.merge(name, 1, Integer::sum));
        assertThat(nonZero(Shop.counts(found, "brand"))).isEqualTo(brands);
        var others = scan(shop, words.and(brand).and(price));
        Shop.counts(found, "category")
                .forEach((id, count) -> assertThat(others.stream()
                                .filter(product -> isBelow(shop, product.entry().category(), id)))
                        .hasSize(count));
        assertThat(Shop.counts(found, "price").values().stream()
                        .mapToInt(count -> count)
                        .sum())
                .isEqualTo(scan(shop, words.and(category).and(brand)).size());
    }

    private static Map<String, Integer> nonZero(Map<String, Integer> counts) {
        var without = new HashMap<>(counts);
        without.values().removeIf(count -> count == 0);
        return without;
    }

    private static Comparator<CatalogueProduct> order(Sort sort) {
        Comparator<CatalogueProduct> key = switch (sort) {
            case PRICE_ASCENDING -> Comparator.comparing(SearchScanTest::cents);
            case PRICE_DESCENDING -> Comparator.comparing(SearchScanTest::cents).reversed();
            case TITLE -> Comparator.comparing(product -> product.entry().title());
            case NEWEST -> Comparator.comparing(CatalogueProduct::created).reversed();
            case RELEVANCE -> throw new IllegalArgumentException("has no simple order");
        };
        return key.thenComparing(product -> product.id().value());
    }

    private static boolean isBelow(Shop shop, @Nullable String category, String top) {
        var tree = shop.tree();
        for (int n = category == null ? -1 : tree.number(category); n >= 0; n = tree.parent(n)) {
            if (tree.entry(n).id().equals(top)) {
                return true;
            }
        }
        return false;
    }

    private static List<CatalogueProduct> scan(Shop shop, Predicate<CatalogueProduct> condition) {
        var found = new ArrayList<CatalogueProduct>();
        shop.all().forEach(product -> {
            if (condition.test(product)) {
                found.add(product);
            }
        });
        return found;
    }

    private static List<String> ids(List<CatalogueProduct> products) {
        return products.stream().map(product -> product.id().value()).toList();
    }

    private static long cents(CatalogueProduct product) {
        return product.entry().variants().getFirst().price().amount();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
