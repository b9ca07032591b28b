package com.ecamazon.gateway;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.Pod;
import com.ecamazon.platform.Service;

/** The gateway as a process. */
public final class GatewayApp {
    public static final Service SERVICE = new Service(Domain.GATEWAY, GatewayVerticle::new);

    private GatewayApp() {}

    public static void main(String[] args) {
        Pod.run(SERVICE);
    }
}
