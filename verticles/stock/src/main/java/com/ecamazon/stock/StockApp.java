package com.ecamazon.stock;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.Pod;
import com.ecamazon.platform.Service;

/** Starts Stock as a process of its own. */
public final class StockApp {
    public static final Service SERVICE = new Service(Domain.STOCK, StockVerticle::new);

    private StockApp() {}

    public static void main(String[] args) {
        Pod.run(SERVICE);
    }
}
