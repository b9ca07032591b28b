package com.ecamazon.auditor;

import com.ecamazon.auditor.domain.CatalogueRules;
import com.ecamazon.auditor.domain.Findings;
import com.ecamazon.contract.auditor.Audits.Breach;
import com.ecamazon.contract.auditor.CatalogueFacts.ProductFact;
import com.ecamazon.contract.auditor.CatalogueFacts.VariantFact;
import com.ecamazon.contract.auditor.StockFacts.StockPage;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.contract.stock.StockContract;
import io.vertx.core.Future;
import java.util.List;

/** One product as it is shown, beside what is on file and the units that Stock has. */
final class ProductFile {
    private final FactReader reader;
    private final String id;
    private final Findings found = new Findings();

    ProductFile(FactReader reader, String id) {
        this.reader = reader;
        this.id = id;
    }

    /** What is wrong with it. */
    Future<List<Breach>> look() {
        return reader.ask(ShopContract.CATALOGUE_FACTS, Window.of(id).of(1))
                .compose(page -> page.items().stream()
                        .filter(product -> product.id().equals(id))
                        .findFirst()
                        .map(this::look)
                        .orElse(Future.succeededFuture()))
                .map(done -> found.breaches());
    }

    private Future<Void> look(ProductFact product) {
        CatalogueRules.check(product, found);
        Future<Void> all = Future.succeededFuture();
        for (var variant : product.deleted() ? List.<VariantFact>of() : product.variants()) {
            all = all.compose(done -> reader.ask(
                            StockContract.STOCK_FACTS, Window.of(variant.sku()).of(1)))
                    .onSuccess(page -> CatalogueRules.check(product, variant, available(page, variant.sku()), found))
                    .mapEmpty();
        }
        return all;
    }

    private static int available(StockPage page, String sku) {
        return page.items().stream()
                .filter(fact -> fact.document().equals(sku))
                .mapToInt(fact -> fact.stock().available())
                .findFirst()
                .orElse(0);
    }
}
