package com.ecamazon.shop;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.shop.Orders;
import com.ecamazon.contract.shop.Orders.OrderPage;
import com.ecamazon.contract.shop.Orders.OrderQuery;
import com.ecamazon.contract.shop.Orders.OrdersQuery;
import com.ecamazon.contract.shop.Orders.Timeline;
import com.ecamazon.contract.shop.Orders.TimelineEntry;
import com.ecamazon.contract.shop.Orders.TimelineQuery;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.platform.Cursor;
import com.ecamazon.platform.OrderTokens;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.shop.domain.Order;
import com.ecamazon.shop.store.OrderDocuments;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows orders to those who may see them; to all others there are none. */
final class OrderReading {
    private static final Set<Role> SEARCH_ALL = Set.of(Role.SUPPORT, Role.ADMIN);

    private final OrderDocuments orders;
    private final OrderTokens tokens;

    OrderReading(OrderDocuments orders, OrderTokens tokens) {
        this.orders = orders;
        this.tokens = tokens;
    }

    Future<Orders.Order> order(Request<OrderQuery> request) {
        var query = request.body();
        return open(
                        query.number(),
                        request.caller(),
                        query.orderToken(),
                        ShopContract.ORDER.access().roles())
                .map(order -> order.shown(tokens.of(query.number())));
    }

    Future<Timeline> timeline(Request<TimelineQuery> request) {
        var query = request.body();
        return open(
                        query.number(),
                        request.caller(),
                        query.orderToken(),
                        ShopContract.TIMELINE.access().roles())
                .map(order -> new Timeline(
                        query.number(),
                        order.history().stream()
                                .sorted(Comparator.comparing(TimelineEntry::at))
                                .toList()));
    }

    /** The order, when it is the caller's or the caller has one of the roles; fails with 404 otherwise. */
    Future<Order> open(OrderNumber number, Caller caller, @Nullable String token, Set<Role> roles) {
        return orders.find(number)
                .map(found -> found.filter(
                                order -> order.boughtBy(caller) || caller.hasAny(roles) || tokens.opens(number, token))
                        .orElseThrow(() -> new ProblemException(Problem.notFound())));
    }

    Future<OrderPage> page(Request<OrdersQuery> request) {
        var query = request.body();
        var caller = request.caller();
        var all = caller.hasAny(SEARCH_ALL);
        if (all && query.q() != null && !query.q().contains("@")) {
            return orders.find(new OrderNumber(query.q().toUpperCase(Locale.ROOT)))
                    .map(found -> new OrderPage(
                            found.map(Order::summary).map(List::of).orElse(List.of()), null));
        }
        int limit = query.limit() == null ? 24 : query.limit();
        return orders.page(filter(query, all ? null : caller.subject()), limit + 1)
                .map(found -> page(found, limit));
    }

    private static OrderDocuments.Filter filter(OrdersQuery query, @Nullable String customer) {
        var email = customer == null && query.q() != null ? query.q().toLowerCase(Locale.ROOT) : null;
        if (query.cursor() == null) {
            return new OrderDocuments.Filter(customer, email, query.state(), null, null);
        }
        var last = Cursor.parts(query.cursor(), 2);
        try {
            return new OrderDocuments.Filter(
                    customer, email, query.state(), Instant.ofEpochMilli(Long.parseLong(last.get(0))), last.get(1));
        } catch (NumberFormatException e) {
            throw new InvalidRequest("/cursor", "cursor is not one of ours");
        }
    }

    private static OrderPage page(List<Order> found, int limit) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() <= limit
                ? null
                : Cursor.of(
                        shown.getLast().purchase().placedAt().toEpochMilli(),
                        shown.getLast().purchase().number());
        return new OrderPage(shown.stream().map(Order::summary).toList(), next);
    }
}
