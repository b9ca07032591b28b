package com.ecamazon.dispatching;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.Pod;
import com.ecamazon.platform.Service;

/** Runs Dispatching as a process of its own. */
public final class DispatchingApp {
    public static final Service SERVICE = new Service(Domain.DISPATCHING, DispatchingVerticle::new);

    private DispatchingApp() {}

    public static void main(String[] args) {
        Pod.run(SERVICE);
    }
}
