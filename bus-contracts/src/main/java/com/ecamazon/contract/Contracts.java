package com.ecamazon.contract;

import com.ecamazon.contract.auditor.AuditorContract;
import com.ecamazon.contract.dispatching.DispatchingContract;
import com.ecamazon.contract.gateway.GatewayContract;
import com.ecamazon.contract.notification.NotificationContract;
import com.ecamazon.contract.payment.PaymentContract;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.contract.users.UsersContract;
import java.util.List;
import java.util.stream.Stream;

/** All that the domains declare, in one place. */
public final class Contracts {
    public static final List<Operation<?, ?>> OPERATIONS = Stream.of(
                    StockContract.OPERATIONS,
                    ShopContract.OPERATIONS,
                    UsersContract.OPERATIONS,
                    PaymentContract.OPERATIONS,
                    ShippingContract.OPERATIONS,
                    DispatchingContract.OPERATIONS,
                    NotificationContract.OPERATIONS,
                    GatewayContract.OPERATIONS,
                    AuditorContract.OPERATIONS)
            .<Operation<?, ?>>flatMap(List::stream)
            .toList();

    public static final List<Topic<?>> TOPICS = Stream.of(
                    StockContract.TOPICS,
                    ShopContract.TOPICS,
                    UsersContract.TOPICS,
                    PaymentContract.TOPICS,
                    ShippingContract.TOPICS,
                    DispatchingContract.TOPICS,
                    NotificationContract.TOPICS,
                    AuditorContract.TOPICS)
            .<Topic<?>>flatMap(List::stream)
            .toList();

    public static final List<Feed<?>> FEEDS = Stream.of(
                    StockContract.FEEDS,
                    ShopContract.FEEDS,
                    UsersContract.FEEDS,
                    PaymentContract.FEEDS,
                    ShippingContract.FEEDS,
                    DispatchingContract.FEEDS,
                    NotificationContract.FEEDS,
                    AuditorContract.FEEDS)
            .<Feed<?>>flatMap(List::stream)
            .toList();

    private Contracts() {}
}
