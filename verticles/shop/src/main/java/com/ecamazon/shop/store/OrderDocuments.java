package com.ecamazon.shop.store;

import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.contract.shop.Orders.OrderState;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.Slice;
import com.ecamazon.platform.data.Versioned;
import com.ecamazon.platform.data.Write;
import com.ecamazon.shop.domain.Order;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The orders, by number. */
public final class OrderDocuments {
    private static final String PLACED_AT = "state.purchase.placedAt";
    private static final String CUSTOMER = "state.purchase.customer";
    private static final String EMAIL = "state.purchase.email";
    private static final String LEASE = "state.saga.leaseUntil";

    private final Documents<Order> documents;

    /**
     * Which orders a page shows; what is absent does not matter.
     *
     * @param placedBefore with {@code numberBefore}, the last row of the page before
     */
    public record Filter(
            @Nullable String customer,
            @Nullable String email,
            @Nullable OrderState state,
            @Nullable Instant placedBefore,
            @Nullable String numberBefore) {}

    public OrderDocuments(Database database) {
        documents = database.documents("orders", Order.class)
                .index(LEASE)
                .index(CUSTOMER, "-" + PLACED_AT)
                .index(EMAIL, "-" + PLACED_AT)
                .index("-" + PLACED_AT);
    }

    /** A new order; fails with {@link com.ecamazon.platform.data.DuplicateId} when the number is taken. */
    public Future<Order> insert(Order order) {
        return documents
                .insert(order.purchase().number().value(), order, Write.JOURNALED)
                .map(Versioned::state);
    }

    public Future<Optional<Order>> find(OrderNumber number) {
        return documents.find(number.value()).map(found -> found.map(Versioned::state));
    }

    public <R> Future<R> decide(OrderNumber number, Function<@Nullable Order, Decision<Order, R>> decision) {
        return documents.decide(number.value(), decision);
    }

    /** Orders whose saga waits for somebody to take it over. */
    public Future<List<Order>> due(Instant now, int limit) {
        var waiting = new JsonObject().put("$gt", date(Instant.EPOCH)).put("$lte", date(now));
        return list(new JsonObject().put(LEASE, waiting), new JsonObject().put(LEASE, 1), limit);
    }

    /** A part of the orders, by number. */
    public Future<Slice<Order>> slice(Window window) {
        return documents.slice(Order.class, window);
    }

    /** A page of orders, newest first. */
    public Future<List<Order>> page(Filter filter, int limit) {
        var query = new JsonObject();
        if (filter.customer() != null) {
            query.put(CUSTOMER, filter.customer());
        }
        if (filter.email() != null) {
            query.put(EMAIL, filter.email());
        }
        if (filter.state() != null) {
            query.put("state.state", filter.state().name().toLowerCase(Locale.ROOT));
        }
        if (filter.placedBefore() != null && filter.numberBefore() != null) {
            var at = date(filter.placedBefore());
            query.put(PLACED_AT, new JsonObject().put("$lte", at));
            query.put(
                    "$or",
                    new JsonArray()
                            .add(new JsonObject().put(PLACED_AT, new JsonObject().put("$lt", at)))
                            .add(new JsonObject().put("_id", new JsonObject().put("$lt", filter.numberBefore()))));
        }
        return list(query, new JsonObject().put(PLACED_AT, -1).put("_id", -1), limit);
    }

    private Future<List<Order>> list(JsonObject query, JsonObject sort, int limit) {
        return documents
                .find(query, sort, limit)
                .map(found -> found.stream().map(Versioned::state).toList());
    }

    private static JsonObject date(Instant at) {
        return new JsonObject().put("$date", at.toString());
    }
}
