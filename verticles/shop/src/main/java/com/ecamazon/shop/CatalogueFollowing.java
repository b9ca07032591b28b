package com.ecamazon.shop;

import com.ecamazon.contract.shop.Catalogue.CatalogueChanged;
import com.ecamazon.platform.Platform;
import com.ecamazon.shop.domain.CatalogueCategory;
import com.ecamazon.shop.domain.CatalogueProduct;
import com.ecamazon.shop.domain.ChangeNumbers;
import com.ecamazon.shop.store.CatalogueDocuments;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the memory as the documents are: reads all at start, then what is newer, each second and whenever an instance says
 * that it wrote. Now and then it looks further back, for what was written late or by a clock that goes behind.
 */
final class CatalogueFollowing {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogueFollowing.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int POLLS_PER_SWEEP = 10;
    private static final Duration SWEEP = Duration.ofSeconds(20);

    private final Platform platform;
    private final CatalogueDocuments documents;
    private final CatalogueMemory memory;
    private Future<Void> reading = Future.succeededFuture();
    private long seen;
    private long polls;

    CatalogueFollowing(Platform platform, CatalogueDocuments documents, CatalogueMemory memory) {
        this.platform = platform;
        this.documents = documents;
        this.memory = memory;
    }

    /** Reads the whole catalogue. */
    Future<Void> load() {
        return read(0);
    }

    void start() {
        platform.vertx().setPeriodic(POLL.toMillis(), timer -> poll());
    }

    private void poll() {
        if (!reading.isComplete()) {
            return;
        }
        boolean sweep = ++polls % POLLS_PER_SWEEP == 0;
        long back = ChangeNumbers.at(platform.clock().instant().minus(SWEEP));
        reading = read(sweep ? Math.min(seen, back) : seen)
                .onFailure(failure -> LOG.warn("the catalogue cannot be read: {}", failure.toString()));
    }

    /** Another instance wrote. */
    void hear(CatalogueChanged news) {
        if (!news.instance().equals(platform.instance())) {
            reading = reading.otherwiseEmpty()
                    .compose(done -> read(Math.min(seen, news.after())))
                    .onFailure(failure -> LOG.warn("the catalogue cannot be read: {}", failure.toString()));
        }
    }

    private Future<Void> read(long after) {
        return Future.all(documents.productsAfter(after), documents.categoriesAfter(after))
                .compose(found -> {
                    List<CatalogueProduct> products = found.resultAt(0);
                    List<CatalogueCategory> categories = found.resultAt(1);
                    products.forEach(product -> seen = Math.max(seen, product.changed()));
                    categories.forEach(category -> seen = Math.max(seen, category.changed()));
                    return memory.apply(products, categories);
                });
    }
}
