package com.ecamazon.shop;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.bus.Bindings;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The catalogue alone, served as the shop serves it. */
final class CatalogueVerticle extends DomainVerticle {
    private final Catalogue catalogue;

    private CatalogueVerticle(Platform platform, List<Catalogue> opened) {
        super(platform, Domain.SHOP);
        catalogue = new Catalogue(platform);
        opened.add(catalogue);
    }

    /** @param opened gets the catalogue of each instance */
    static Service service(List<Catalogue> opened) {
        return new Service(Domain.SHOP, platform -> new CatalogueVerticle(platform, opened));
    }

    static List<Catalogue> none() {
        return new CopyOnWriteArrayList<>();
    }

    @Override
    protected Future<?> prepare() {
        return catalogue.load();
    }

    @Override
    protected void bind(Bindings bindings) {
        catalogue.bind(bindings);
    }

    @Override
    protected Future<?> started() {
        catalogue.follow();
        return Future.succeededFuture();
    }
}
