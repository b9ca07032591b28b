package com.ecamazon.shop;

import static com.ecamazon.platform.testing.LocalPod.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.shop.Catalogue.CategoriesQuery;
import com.ecamazon.contract.shop.Catalogue.CategoryEntry;
import com.ecamazon.contract.shop.Catalogue.DeleteProduct;
import com.ecamazon.contract.shop.Catalogue.ImageQuery;
import com.ecamazon.contract.shop.Catalogue.ImportCategories;
import com.ecamazon.contract.shop.Catalogue.ImportProducts;
import com.ecamazon.contract.shop.Catalogue.Imported;
import com.ecamazon.contract.shop.Catalogue.Item;
import com.ecamazon.contract.shop.Catalogue.Product;
import com.ecamazon.contract.shop.Catalogue.ProductEntry;
import com.ecamazon.contract.shop.Catalogue.ProductPage;
import com.ecamazon.contract.shop.Catalogue.ProductQuery;
import com.ecamazon.contract.shop.Catalogue.ProductReply;
import com.ecamazon.contract.shop.Catalogue.ProductsQuery;
import com.ecamazon.contract.shop.Catalogue.PutProduct;
import com.ecamazon.contract.shop.Catalogue.RecommendationsQuery;
import com.ecamazon.contract.shop.Catalogue.VariantEntry;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.platform.testing.LocalPod;
import com.ecamazon.shop.demo.DemoCatalogue;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue on a real bus with a real data server; Stock is played by {@link StockVerticle}. */
class CatalogueTest {
    private static final Caller MERCHANDISER = Caller.user(new UserId("m"), Set.of(Role.MERCHANDISER));

    @TempDir
    private Path folder;

    private final List<Catalogue> opened = CatalogueVerticle.none();
    private final StockVerticle.Levels levels = new StockVerticle.Levels();
    private LocalPod pod;

    private LocalPod open() {
        return LocalPod.open(folder, Map.of(), InstantSource.system(), CatalogueVerticle.service(opened));
    }

    @BeforeEach
    void start() {
        pod = open();
        call(
                ShopContract.IMPORT_CATEGORIES,
                new ImportCategories(List.of(
                        new CategoryEntry("home", "Home", null, null),
                        new CategoryEntry("lamps", "Lamps", "home", null))));
        put("lamp", "Desk lamp", 40_00, "L-1", "L-2");
        put("floor", "Floor lamp", 90_00, "F-1");
    }

    @AfterEach
    void close() {
        pod.close();
    }

    @Test
    void products_page_showsOneItemPerProduct() {
        var page = page("lamp");

        assertThat(page.total()).isEqualTo(2);
        assertThat(page.next()).isNull();
        assertThat(page.items())
                .contains(new Item(
                        new ProductId("lamp"),
                        new Sku("L-1"),
                        "Desk lamp",
                        "Wolmar",
                        Money.eur(40_00),
                        "/api/images/lamp/L-1",
                        0));
    }

    @Test
    void products_cursor_walksAllPagesOfTheDemoCatalogueOnce() {
        importDemo();
        var seen = new ArrayList<ProductId>();
        String cursor = null;
        do {
            var page = call(
                    ShopContract.PRODUCTS_PAGE, new ProductsQuery(null, null, null, null, null, null, 100, cursor));
            page.items().forEach(item -> seen.add(item.id()));
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen)
                .doesNotHaveDuplicates()
                .hasSize(DemoCatalogue.products().size() + 2);
    }

    @Test
    void products_badCursor_isRefused() {
        for (var cursor : List.of("nonsense!", "bm9uZQ", "VElUTEUfeB8f")) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> call(
                            ShopContract.PRODUCTS_PAGE,
                            new ProductsQuery(null, null, null, null, null, null, null, cursor)))
                    .satisfies(failure -> {
                        assertThat(failure.problem().status()).isEqualTo(400);
                        assertThat(failure.problem().errors().getFirst().pointer())
                                .isEqualTo("/cursor");
                    });
        }
    }

    @Test
    void put_changedProduct_cachedListAndDetailFollow() {
        assertThat(page("lamp").total()).isEqualTo(2);
        assertThat(product("lamp").title()).isEqualTo("Desk lamp");

        var reply = put("lamp", "Reading light", 45_00, "L-1", "L-3");

        assertThat(reply).isInstanceOf(ProductReply.Changed.class);
        assertThat(page("lamp").total()).isEqualTo(1);
        assertThat(page("light").items().getFirst().price()).isEqualTo(Money.eur(45_00));
        assertThat(product("lamp").title()).isEqualTo("Reading light");
        assertThat(put("other", "Takes the freed SKU", 1_00, "L-2")).isInstanceOf(ProductReply.Created.class);
    }

    @Test
    void put_skuOfAnotherProduct_isRefused() {
        assertThat(put("thief", "Thief", 1_00, "X-1", "F-1")).isEqualTo(new ProductReply.SkuTaken(new Sku("F-1")));
        assertThat(page("thief").total()).isZero();
    }

    @Test
    void put_wrongGtinOrUnknownCategory_isRefused() {
        var variant = new VariantEntry(new Sku("G-1"), "4006381333932", null, Money.eur(1), null, null);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> call(ShopContract.PUT_PRODUCT, put(entry("g", "G", "lamps", List.of(variant)))))
                .satisfies(failure -> assertThat(
                                failure.problem().errors().getFirst().pointer())
                        .isEqualTo("/variants/0/gtin"));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> call(ShopContract.PUT_PRODUCT, put(entry("g", "G", "nowhere", variants(1, "G-1")))))
                .satisfies(failure -> assertThat(
                                failure.problem().errors().getFirst().pointer())
                        .isEqualTo("/category"));
    }

    @Test
    void delete_product_isGoneAndItsSkuFree() {
        call(ShopContract.DELETE_PRODUCT, new DeleteProduct(new ProductId("floor")));

        assertThat(page("lamp").total()).isEqualTo(1);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> product("floor"))
                .satisfies(failure -> assertThat(failure.problem().status()).isEqualTo(404));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> call(ShopContract.DELETE_PRODUCT, new DeleteProduct(new ProductId("floor"))));
        assertThat(put("heir", "Heir", 1_00, "F-1")).isInstanceOf(ProductReply.Created.class);
        assertThat(put("floor", "Floor lamp again", 90_00, "F-9")).isInstanceOf(ProductReply.Created.class);
    }

    @Test
    void importProducts_again_changesNothing() {
        var batch = List.of(
                entry("a", "Vase", "lamps", variants(1_00, "A-1")), entry("b", "Bowl", null, variants(2_00, "B-1")));

        assertThat(imported(batch)).isEqualTo(new Imported(2, 0, 0));
        long version = product("a").version();
        assertThat(imported(batch)).isEqualTo(new Imported(0, 0, 2));
        assertThat(product("a").version()).isEqualTo(version);
        assertThat(imported(List.of(batch.get(0), entry("b", "Bowl", null, variants(3_00, "B-1")))))
                .isEqualTo(new Imported(0, 1, 1));
        assertThat(page("bowl").items().getFirst().price()).isEqualTo(Money.eur(3_00));
    }

    @Test
    void importProducts_skuTakenOrTwice_writesNothing() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> imported(List.of(
                        entry("a", "Vase", null, variants(1, "A-1")), entry("b", "Bowl", null, variants(1, "F-1")))))
                .satisfies(failure -> assertThat(failure.problem().code()).isEqualTo("SKU_TAKEN"));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> imported(List.of(
                        entry("a", "Vase", null, variants(1, "A-1")), entry("b", "Bowl", null, variants(1, "A-1")))))
                .satisfies(failure -> assertThat(failure.problem().status()).isEqualTo(400));
        assertThat(page("vase").total()).isZero();
    }

    @Test
    void load_afterARestart_allIsThere() {
        importDemo();
        call(ShopContract.DELETE_PRODUCT, new DeleteProduct(new ProductId("floor")));
        var before = call(ShopContract.CATEGORIES, new CategoriesQuery());
        pod.close();
        opened.clear();

        pod = open();

        assertThat(page("").total()).isEqualTo(DemoCatalogue.products().size() + 1);
        assertThat(call(ShopContract.CATEGORIES, new CategoriesQuery())).isEqualTo(before);
        assertThat(imported(DemoCatalogue.products().subList(0, 500))).isEqualTo(new Imported(0, 0, 500));
    }

    @Test
    void follow_anotherInstanceWrites_bothShowIt() {
        pod.deploy(CatalogueVerticle.service(opened));

        put("late", "Latecomer", 5_00, "LATE");
        imported(List.of(entry("late-2", "Second latecomer", null, variants(1, "LATE-2"))));

        assertThat(opened).hasSize(2);
        for (var catalogue : opened) {
            eventually(() -> catalogue.offer(new Sku("LATE")).isPresent(), "a product put elsewhere");
            eventually(() -> catalogue.offer(new Sku("LATE-2")).isPresent(), "a product imported elsewhere");
        }
    }

    @Test
    void availability_ofStock_isShownAndFollowed() {
        assertThat(page("lamp").items())
                .allSatisfy(item -> assertThat(item.available()).isZero());
        levels.set("L-1", 7);
        levels.set("L-2", 500);
        pod.deploy(StockVerticle.service(levels));
        eventually(() -> product("lamp").available() == 7, "what Stock had from the start");
        assertThat(product("lamp").variants().get(1).available()).isEqualTo(99);

        levels.tell("L-1", 12);
        eventually(() -> page("desk").items().getFirst().available() == 12, "news of Stock");

        levels.lose("L-1", 3);
        eventually(() -> page("desk").items().getFirst().available() == 3, "what a lost message had told");
    }

    @Test
    void availability_instanceThatJoins_isKnownBeforeItServes() {
        levels.set("L-1", 7);
        pod.deploy(StockVerticle.service(levels));
        eventually(() -> product("lamp").available() == 7, "what Stock had from the start");
        levels.slow();
        pod.deploy(CatalogueVerticle.service(opened));
        assertThat(opened).hasSize(2);
        assertThat(IntStream.range(0, 20).map(i -> product("lamp").available())).containsOnly(7);
    }

    @Test
    void recommendations_boughtTogether_comeFirst() {
        importDemo();
        var lamp = new ProductId("lamp");
        var similar = recommendations(lamp);

        assertThat(similar).hasSize(8).doesNotContain(lamp).doesNotHaveDuplicates();
        assertThat(recommendations(lamp)).isEqualTo(similar);
        assertThat(similar)
                .allSatisfy(id -> assertThat(product(id.value()).category()).isEqualTo("lamps"));
        var companion = DemoCatalogue.products().getFirst().id();
        pod.node().vertx().runOnContext(nothing -> opened.getFirst().bought(List.of(lamp, companion)));
        eventually(() -> recommendations(lamp).getFirst().equals(companion), "what was bought together");
    }

    @Test
    void recommendations_someSoldOut_thoseThatAreThereFirst() {
        importDemo();
        levels.set("F-1", 5);
        pod.deploy(StockVerticle.service(levels));

        eventually(
                () -> recommendations(new ProductId("lamp")).getFirst().equals(new ProductId("floor")),
                "the only lamp that is there comes first");
    }

    @Test
    void image_ofAVariant_isDrawn() {
        assertThat(call(ShopContract.IMAGE, new ImageQuery(new ProductId("lamp"), new Sku("L-2")))
                        .svg())
                .startsWith("<svg");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> call(ShopContract.IMAGE, new ImageQuery(new ProductId("lamp"), new Sku("F-1"))));
    }

    @Test
    void offer_ofAVariant_hasItsOwnTitleAndPrice() {
        var offer = opened.getFirst().offer(new Sku("L-2"));

        assertThat(offer).hasValueSatisfying(found -> {
            assertThat(found.product()).isEqualTo(new ProductId("lamp"));
            assertThat(found.title()).isEqualTo("Desk lamp – L-2");
            assertThat(found.price()).isEqualTo(Money.eur(40_00));
        });
        assertThat(opened.getFirst().offer(new Sku("none"))).isEmpty();
    }

    private void importDemo() {
        call(
                ShopContract.IMPORT_CATEGORIES,
                new ImportCategories(DemoCatalogue.categories().stream()
                        .filter(category -> !Set.of("home", "lamps").contains(category.id()))
                        .toList()));
        var products = DemoCatalogue.products();
        for (int i = 0; i < products.size(); i += 500) {
            imported(products.subList(i, Math.min(i + 500, products.size())));
        }
    }

    private Imported imported(List<ProductEntry> products) {
        return call(ShopContract.IMPORT_PRODUCTS, new ImportProducts(products));
    }

    private List<ProductId> recommendations(ProductId id) {
        return call(ShopContract.RECOMMENDATIONS, new RecommendationsQuery(id, null)).items().stream()
                .map(Item::id)
                .toList();
    }

    private ProductPage page(String words) {
        return call(ShopContract.PRODUCTS_PAGE, new ProductsQuery(words, null, null, null, null, null, null, null));
    }

    private Product product(String id) {
        return call(ShopContract.PRODUCT, new ProductQuery(new ProductId(id)));
    }

    private ProductReply put(String id, String title, long cents, String... skus) {
        return call(ShopContract.PUT_PRODUCT, put(entry(id, title, "lamps", variants(cents, skus))));
    }

    private static PutProduct put(ProductEntry entry) {
        return new PutProduct(
                entry.id(),
                entry.title(),
                entry.brand(),
                entry.category(),
                entry.description(),
                entry.image(),
                entry.variants(),
                entry.attributes());
    }

    private static ProductEntry entry(String id, String title, @Nullable String category, List<VariantEntry> variants) {
        return new ProductEntry(new ProductId(id), title, "Wolmar", category, null, null, variants, Map.of("A", "1"));
    }

    private static List<VariantEntry> variants(long cents, String... skus) {
        return List.of(skus).stream()
                .map(sku -> new VariantEntry(new Sku(sku), null, null, Money.eur(cents), null, Map.of("Kind", sku)))
                .toList();
    }

    private <Q, R> R call(Operation<Q, R> operation, Q request) {
        return pod.call(MERCHANDISER, operation, request);
    }
}
