package com.ecamazon.shipping;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.testing.LocalPod;
import com.ecamazon.platform.testing.Neighbour;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** Shipping and all its neighbours, on a folder that outlives them. */
final class Street implements AutoCloseable {
    final Neighbour stock = new Neighbour(Domain.STOCK);
    final Neighbour dispatching = new Neighbour(Domain.DISPATCHING);
    final Neighbour payment = new Neighbour(Domain.PAYMENT);
    private final Neighbour shop = new Neighbour(Domain.SHOP);
    private final Neighbour notification = new Neighbour(Domain.NOTIFICATION);
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
