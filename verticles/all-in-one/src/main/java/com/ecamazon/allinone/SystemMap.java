package com.ecamazon.allinone;

import com.ecamazon.auditor.AuditorApp;
import com.ecamazon.dispatching.DispatchingApp;
import com.ecamazon.gateway.GatewayApp;
import com.ecamazon.notification.NotificationApp;
import com.ecamazon.payment.PaymentApp;
import com.ecamazon.platform.Service;
import com.ecamazon.shipping.ShippingApp;
import com.ecamazon.shop.ShopApp;
import com.ecamazon.stock.StockApp;
import com.ecamazon.users.UsersApp;
import java.util.List;
import java.util.stream.Stream;

/**
 * The whole system: which domains there are and which class starts each as a process. They meet only on the bus, so this is
 * the one place that knows all of them.
 */
final class SystemMap {
    /** A domain and its process. */
    record Part(Service service, Class<?> app) {}

    static final Part GATEWAY = new Part(GatewayApp.SERVICE, GatewayApp.class);

    /** The domain that starts a cluster, before the others join it. */
    static final Part FOUNDER = new Part(UsersApp.SERVICE, UsersApp.class);

    /** The domains behind the gateway, in the order in which they start. */
    static final List<Part> DOMAINS = List.of(
            new Part(StockApp.SERVICE, StockApp.class),
            new Part(ShopApp.SERVICE, ShopApp.class),
            FOUNDER,
            new Part(PaymentApp.SERVICE, PaymentApp.class),
            new Part(ShippingApp.SERVICE, ShippingApp.class),
            new Part(DispatchingApp.SERVICE, DispatchingApp.class),
            new Part(NotificationApp.SERVICE, NotificationApp.class),
            new Part(AuditorApp.SERVICE, AuditorApp.class));

    /** The domains in that order, and then the gateway. */
    static final List<Part> ALL =
            Stream.concat(DOMAINS.stream(), Stream.of(GATEWAY)).toList();

    private SystemMap() {}
}
