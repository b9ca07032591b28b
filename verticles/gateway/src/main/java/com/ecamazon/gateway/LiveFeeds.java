package com.ecamazon.gateway;

import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.dispatching.DispatchingContract;
import com.ecamazon.contract.dispatching.Rounds.VanMoved;
import com.ecamazon.contract.dispatching.Rounds.VanQuery;
import com.ecamazon.contract.gateway.Live;
import com.ecamazon.contract.notification.Notices.Noticed;
import com.ecamazon.contract.notification.NotificationContract;
import com.ecamazon.contract.shipping.Parcels.ParcelChanged;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.contract.shop.Orders.OrderChanged;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.contract.stock.Levels.AvailabilityChanged;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.bus.Bindings;
import com.ecamazon.platform.json.Json;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the feeds of all domains to the addresses that browsers watch. Those live on a second Vert.x that is in no cluster,
 * so a browser never touches a cluster address; what nobody watches is not even encoded.
 */
final class LiveFeeds {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeeds.class);
    private static final long OPERATIONS_MILLIS = 1_000;

    private final Platform platform;
    private final WorkingNow working;
    private final Vertx browsers;
    private final Map<String, Integer> watchers = new ConcurrentHashMap<>();

    LiveFeeds(Platform platform, WorkingNow working) {
        this.platform = platform;
        this.working = working;
        this.browsers = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    }

    Vertx browsers() {
        return browsers;
    }

    void bind(Bindings bindings) {
        bindings.listen(ShopContract.ORDER_FEED, this::orderChanged);
        bindings.listen(ShippingContract.PARCEL_FEED, this::parcelChanged);
        bindings.listen(DispatchingContract.VAN_FEED, this::vanMoved);
        bindings.listen(StockContract.AVAILABILITY, this::availabilityChanged);
        bindings.listen(NotificationContract.NOTICE_FEED, this::noticed);
        working.follow(works -> tell(Live.CAPABILITIES, works));
        platform.vertx().setPeriodic(OPERATIONS_MILLIS, timer -> operations());
    }

    void watch(String address) {
        watchers.merge(address, 1, Integer::sum);
    }

    void unwatch(String address) {
        watchers.computeIfPresent(address, (a, count) -> count == 1 ? null : count - 1);
    }

    /** Tells whoever begins to watch how things stand; the feeds say only what changes. */
    void greet(String address, Consumer<JsonObject> newcomer) {
        if (address.equals(Live.CAPABILITIES)) {
            newcomer.accept(frame(address, working.works()));
        } else if (address.startsWith(Live.VAN)) {
            platform.bus()
                    .call(DispatchingContract.VAN, new VanQuery(new Sscc(address.substring(Live.VAN.length()))))
                    .onSuccess(van -> newcomer.accept(frame(address, van)))
                    .onFailure(failure -> LOG.debug("nothing is known of the van at {}", address, failure));
        }
    }

    /** News to one socket alone, as the bridge writes them. */
    private static JsonObject frame(String address, Object news) {
        return new JsonObject().put("type", "rec").put("address", address).put("body", json(news));
    }

    private static JsonObject json(Object news) {
        return new JsonObject(Buffer.buffer(Json.write(news)));
    }

    private void tell(String address, Object news) {
        if (watchers.containsKey(address)) {
            browsers.eventBus().publish(address, json(news));
        }
    }

    private void orderChanged(OrderChanged changed) {
        tell(Live.order(changed.number()), changed);
    }

    private void parcelChanged(ParcelChanged changed) {
        tell(Live.parcel(changed.sscc()), new ParcelNews(changed.sscc().value(), changed.status(), changed.event()));
    }

    /** What everybody who knows the number may see: not the order. */
    private record ParcelNews(String sscc, Object status, Object event) {}

    private void vanMoved(VanMoved moved) {
        tell(Live.VANS, moved);
        for (var ahead : moved.ahead()) {
            var address = Live.van(ahead.sscc());
            if (watchers.containsKey(address)) {
                tell(
                        address,
                        new VanNews(
                                moved.position(),
                                moved.speedMetresPerSecond(),
                                moved.at(),
                                ahead.stopsBefore(),
                                ahead.estimated()));
            }
        }
    }

    /** The van as the owner of one of its parcels sees it: no other stop shows. */
    private record VanNews(
            Object position, double speedMetresPerSecond, Object at, int stopsBefore, Object estimated) {}

    private void availabilityChanged(AvailabilityChanged changed) {
        for (var available : changed.changes()) {
            tell(Live.stock(available.sku()), new StockNews(available.sku().value(), Math.min(99, available.units())));
        }
    }

    private record StockNews(String sku, int available) {}

    private void noticed(Noticed noticed) {
        tell(Live.notices(noticed.user()), noticed.notice());
    }

    private void operations() {
        if (watchers.containsKey(Live.OPERATIONS)) {
            tell(
                    Live.OPERATIONS,
                    new OperationsNews(
                            platform.clock().instant(),
                            platform.node().exchange().directory().instances()));
        }
    }

    private record OperationsNews(Object at, List<?> instances) {}
}
