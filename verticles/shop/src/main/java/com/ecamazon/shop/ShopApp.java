package com.ecamazon.shop;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.Pod;
import com.ecamazon.platform.Service;

/** The Shop as a process of its own. */
public final class ShopApp {
    public static final Service SERVICE = new Service(Domain.SHOP, ShopVerticle::new);

    private ShopApp() {}

    public static void main(String[] args) {
        Pod.run(SERVICE);
    }
}
