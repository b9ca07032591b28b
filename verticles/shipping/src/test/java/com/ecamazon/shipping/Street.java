package com.ecamazon.shipping;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.platform.testing.LocalPod;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** Shipping and all its neighbours, on a folder that outlives them. */
final class Street implements AutoCloseable {
    final Neighbour stock = new Neighbour(Domain.STOCK, ShippingContract.PARCELS, ShippingContract.RETURNS);
    final Neighbour dispatching = new Neighbour(Domain.DISPATCHING, ShippingContract.PARCELS);
    final Neighbour payment = new Neighbour(Domain.PAYMENT, ShippingContract.PARCELS, ShippingContract.RETURNS);
    private final Neighbour shop = new Neighbour(Domain.SHOP, ShippingContract.PARCELS, ShippingContract.RETURNS);
    private final Neighbour notification = new Neighbour(Domain.NOTIFICATION, ShippingContract.PARCELS);
    final LocalPod pod;

    Street(Path folder) {
        pod = LocalPod.open(
                folder,
                Map.of(),
                InstantSource.system(),
                ShippingApp.SERVICE,
                stock.service(),
                dispatching.service(),
                payment.service(),
                shop.service(),
                notification.service());
    }

    @Override
    public void close() {
        pod.close();
    }
}
