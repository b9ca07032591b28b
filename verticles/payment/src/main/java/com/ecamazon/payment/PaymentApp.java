package com.ecamazon.payment;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.Pod;
import com.ecamazon.platform.Service;

/** Payment as a process of its own. */
public final class PaymentApp {
    public static final Service SERVICE = new Service(Domain.PAYMENT, PaymentVerticle::new);

    private PaymentApp() {}

    public static void main(String[] args) {
        Pod.run(SERVICE);
    }
}
