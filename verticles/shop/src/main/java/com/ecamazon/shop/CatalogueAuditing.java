package com.ecamazon.shop;

import com.ecamazon.contract.auditor.CatalogueFacts.CataloguePage;
import com.ecamazon.contract.auditor.CatalogueFacts.ProductFact;
import com.ecamazon.contract.auditor.CatalogueFacts.VariantFact;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.shop.domain.CatalogueProduct;
import com.ecamazon.shop.store.CatalogueDocuments;
import io.vertx.core.Future;

/** Shows the auditor what this instance shows of each product on file. */
final class CatalogueAuditing {
    private final CatalogueDocuments documents;
    private final CatalogueMemory memory;
    private final Availability availability;

    CatalogueAuditing(CatalogueDocuments documents, CatalogueMemory memory, Availability availability) {
        this.documents = documents;
        this.memory = memory;
        this.availability = availability;
    }

    Future<CataloguePage> products(Request<Window> request) {
        return documents
                .slice(request.body())
                .map(slice -> new CataloguePage(slice.shown(found -> product(found.state())), slice.next()));
    }

    private ProductFact product(CatalogueProduct product) {
        var listing = memory.snapshot().product(product.id());
        return new ProductFact(
                product.id().value(),
                product.changed(),
                product.deleted(),
                listing == null ? null : listing.version(),
                product.entry().variants().stream()
                        .map(variant -> new VariantFact(variant.sku().value(), availability.of(variant.sku())))
                        .toList());
    }
}
