package com.ecamazon.payment;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.Pod;
import com.ecamazon.platform.Service;
import java.util.function.Function;

/** Payment as a process of its own. */
public final class PaymentApp {
    public static final Service SERVICE = over(
            platform -> new HttpBankLine(platform.vertx(), BankAccess.from(platform.settings()), platform.metrics()));

    private PaymentApp() {}

    public static void main(String[] args) {
        Pod.run(SERVICE);
    }

    /** Payment on this line to the bank. */
    public static Service over(Function<Platform, BankLine> line) {
        return new Service(Domain.PAYMENT, platform -> new PaymentVerticle(platform, line.apply(platform)));
    }
}
