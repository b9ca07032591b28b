package com.ecamazon.shipping;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.Pod;
import com.ecamazon.platform.Service;

/** Runs Shipping as a process of its own. */
public final class ShippingApp {
    public static final Service SERVICE = new Service(Domain.SHIPPING, ShippingVerticle::new);

    private ShippingApp() {}

    public static void main(String[] args) {
        Pod.run(SERVICE);
    }
}
