package com.ecamazon.shop;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.shop.Catalogue.ImportProducts;
import com.ecamazon.contract.shop.Catalogue.ProductEntry;
import com.ecamazon.contract.shop.Catalogue.ProductQuery;
import com.ecamazon.contract.shop.Catalogue.ProductsQuery;
import com.ecamazon.contract.shop.Catalogue.Sort;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.contract.stock.Levels.AvailabilityChanged;
import com.ecamazon.contract.stock.Levels.Available;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.testing.LocalPod;
import com.ecamazon.shop.domain.CatalogueProduct;
import com.ecamazon.shop.domain.CategoryTree;
import com.ecamazon.shop.feed.RealProducts;
import com.ecamazon.shop.search.Search;
import com.ecamazon.shop.search.SearchFilter;
import com.ecamazon.shop.search.Snapshot;
import com.ecamazon.shop.search.SnapshotWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prints what the catalogue costs over the real products: CPU of the thread that does it, in microseconds each. */
public final class CatalogueBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Caller MERCHANDISER = Caller.user(new UserId("bench"), Set.of(Role.MERCHANDISER));
    private static final List<String> WORDS = List.of(
            "laptop",
            "hp toner",
            "usb cable",
            "wireless headphones",
            "canon",
            "intel xeon processor",
            "hdmi",
            "hedphones",
            "black",
            "memory card",
            "006R90321",
            "labels a4",
            "keyboard",
            "monitor arm",
            "ups");

    private CatalogueBenchmark() {}

    /** Needs the file of real products. */
    public static void main(String[] arguments) {
        var entries = RealProducts.read(RealProducts.file().orElseThrow());
        uncached(entries);
        var opened = CatalogueVerticle.none();
        try (var pod = LocalPod.open(CatalogueVerticle.service(opened))) {
            load(pod, entries);
            cached(opened.getFirst(), entries);
        }
    }

    private static List<ProductsQuery> queries() {
        var queries = new ArrayList<ProductsQuery>();
        for (var sort : Sort.values()) {
            queries.add(query(null, null, null, null, sort));
            queries.add(query(null, "HP", null, null, sort));
            queries.add(query(null, null, 1_000L, 5_000L, sort));
            queries.add(query(null, "Canon", 1_000L, 50_000L, sort));
        }
        WORDS.forEach(words -> queries.add(query(words, null, null, null, null)));
        WORDS.forEach(words -> queries.add(query(words, null, null, 10_000L, Sort.PRICE_ASCENDING)));
        return queries;
    }

    private static ProductsQuery query(
            @Nullable String words,
            @Nullable String brand,
            @Nullable Long min,
            @Nullable Long max,
            @Nullable Sort sort) {
        return new ProductsQuery(words, null, brand == null ? null : List.of(brand), min, max, sort, 24, null);
    }

    private static void uncached(List<ProductEntry> entries) {
        var products = new ArrayList<CatalogueProduct>();
        for (var entry : entries) {
            products.add(new CatalogueProduct(entry, products.size() + 1, products.size() + 1, false));
        }
        try (var writer = new SnapshotWriter()) {
            long start = cpu();
            var snapshot = writer.next(products, CategoryTree.EMPTY);
            System.out.printf("index %,d products: %,d ms%n", snapshot.size(), (cpu() - start) / 1_000_000);
            start = cpu();
            for (int i = 0; i < 200; i++) {
                var changed = products.get(i * 50);
                snapshot = writer.next(
                        List.of(new CatalogueProduct(changed.entry(), changed.created(), 100_000 + i, false)),
                        CategoryTree.EMPTY);
            }
            System.out.printf("one change: %,d us%n", (cpu() - start) / 200_000);
            for (int round = 0; round < 4; round++) {
                evaluate(snapshot, round == 3);
            }
        }
    }

    private static void evaluate(Snapshot snapshot, boolean print) {
        long all = 0;
        long worst = 0;
        String slowest = "";
        for (var query : queries()) {
            long start = cpu();
            int total = Search.of(snapshot, SearchFilter.of(query)).total();
            long spent = cpu() - start;
            all += spent;
            if (spent > worst) {
                worst = spent;
                slowest = query.q() + " " + query.sort() + " (" + total + ")";
            }
            if (print && query.q() != null && query.sort() == null) {
                System.out.printf("  %-24s %,6d products %,7d us%n", query.q(), total, spent / 1_000);
            }
        }
        System.out.printf(
                "uncached evaluation: mean %,d us, worst %,d us: %s%n",
                all / queries().size() / 1_000, worst / 1_000, slowest);
    }

    private static void load(LocalPod pod, List<ProductEntry> entries) {
        long start = System.nanoTime();
        for (int i = 0; i < entries.size(); i += 250) {
            pod.call(
                    MERCHANDISER,
                    ShopContract.IMPORT_PRODUCTS,
                    new ImportProducts(entries.subList(i, Math.min(i + 250, entries.size()))));
        }
        System.out.printf("import: %,d ms%n", (System.nanoTime() - start) / 1_000_000);
        start = System.nanoTime();
        pod.call(MERCHANDISER, ShopContract.IMPORT_PRODUCTS, new ImportProducts(entries.subList(0, 250)));
        System.out.printf("the same 250 again: %,d ms%n", (System.nanoTime() - start) / 1_000_000);
        start = System.nanoTime();
        pod.deploy(CatalogueVerticle.service(CatalogueVerticle.none()));
        System.out.printf("a second instance loads in %,d ms%n", (System.nanoTime() - start) / 1_000_000);
    }

    private static void cached(Catalogue catalogue, List<ProductEntry> entries) {
        var queries = queries();
        var stock = new Random(1);
        // The main thread may play the event loop's part: nothing else asks.
        queries.forEach(query -> LocalPod.await(catalogue.products(request(query))));
        for (int round = 0; round < 6; round++) {
            long bytes = 0;
            int many = 20_000;
            long start = cpu();
            for (int i = 0; i < many; i++) {
                bytes += catalogue
                        .products(request(queries.get(i % queries.size())))
                        .result()
                        .body()
                        .length;
            }
            long still = (cpu() - start) / many;
            start = cpu();
            for (int i = 0; i < many; i++) {
                catalogue.heard(new AvailabilityChanged("bench", i, List.of(any(entries, stock), any(entries, stock))));
                bytes += catalogue
                        .products(request(queries.get(i % queries.size())))
                        .result()
                        .body()
                        .length;
            }
            long moving = (cpu() - start) / many;
            start = cpu();
            for (int i = 0; i < many; i++) {
                catalogue.product(new Request<>(
                        new ProductQuery(entries.get(i % 2_000).id()), Caller.GUEST, Instant.MAX, "bench"));
            }
            System.out.printf(
                    "cached list: %,d ns; while two SKUs change before each: %,d ns; detail: %,d ns; %,d bytes a list%n",
                    still, moving, (cpu() - start) / many, bytes / 2 / many);
        }
    }

    private static Available any(List<ProductEntry> entries, Random random) {
        Sku sku = entries.get(random.nextInt(entries.size()))
                .variants()
                .getFirst()
                .sku();
        return new Available(sku, random.nextInt(200));
    }

    private static Request<ProductsQuery> request(ProductsQuery query) {
        return new Request<>(query, Caller.GUEST, Instant.MAX, "bench");
    }

    private static long cpu() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
