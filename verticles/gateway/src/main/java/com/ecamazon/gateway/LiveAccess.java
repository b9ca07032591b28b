package com.ecamazon.gateway;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.gateway.Live;
import com.ecamazon.contract.shipping.Parcels.OwnerQuery;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.contract.shop.Orders.OrderQuery;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.platform.Ids;
import com.ecamazon.platform.OrderTokens;
import com.ecamazon.platform.Platform;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may watch which address. What is somebody else's is refused like what does not exist. */
final class LiveAccess {
    private static final Set<Role> SEES_VANS = Set.of(Role.DISPATCHER, Role.ADMIN);
    private static final Set<Role> SEES_ORDERS = Set.of(Role.SUPPORT, Role.ADMIN);

    private final Platform platform;
    private final Sessions sessions;
    private final OrderTokens orderTokens;

    LiveAccess(Platform platform) {
        this.platform = platform;
        this.sessions = new Sessions(platform);
        this.orderTokens = new OrderTokens(platform.secrets());
    }

    /** Whether whoever sends these headers may watch; fails when they are not good. */
    Future<Boolean> mayWatch(String address, @Nullable JsonObject headers) {
        try {
            var sent = headers == null ? new JsonObject() : headers;
            var session = sessions.of(sent.getString("Authorization"));
            return mayWatch(address, session, sent.getString("Order-Token"));
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    /** Whether a token that opened an address is still good. */
    boolean isStillGood(String authorization) {
        try {
            return sessions.of(authorization).caller().signedIn();
        } catch (ProblemException e) {
            return false;
        }
    }

    private Future<Boolean> mayWatch(String address, Sessions.Session session, @Nullable String orderToken) {
        var caller = session.caller();
        if (address.startsWith(Live.STOCK)) {
            return Future.succeededFuture(true);
        }
        if (address.startsWith(Live.PARCEL)) {
            return Future.succeededFuture(new Sscc(after(Live.PARCEL, address)).value() != null);
        }
        if (address.startsWith(Live.ORDER)) {
            return ownsOrder(new OrderNumber(after(Live.ORDER, address)), session, orderToken);
        }
        if (address.startsWith(Live.VAN)) {
            return ownsParcel(new Sscc(after(Live.VAN, address)), caller, orderToken);
        }
        if (address.startsWith(Live.NOTICES)) {
            return Future.succeededFuture(caller.is(new UserId(after(Live.NOTICES, address))));
        }
        return Future.succeededFuture(
                switch (address) {
                    case Live.CAPABILITIES -> true;
                    case Live.OPERATIONS -> caller.hasAny(Role.STAFF);
                    case Live.VANS -> caller.hasAny(SEES_VANS);
                    default -> false;
                });
    }

    private static String after(String prefix, String address) {
        return address.substring(prefix.length());
    }

    private Future<Boolean> ownsOrder(OrderNumber order, Sessions.Session session, @Nullable String orderToken) {
        if (orderTokens.opens(order, orderToken) || session.caller().hasAny(SEES_ORDERS)) {
            return Future.succeededFuture(true);
        }
        if (!session.caller().signedIn()) {
            return Future.succeededFuture(false);
        }
        return platform.node()
                .exchange()
                .ask(ShopContract.ORDER, new OrderQuery(order, null), session.sealed(), Ids.random(), "")
                .map(answer -> {
                    if (answer.status() == 503) {
                        throw new ProblemException(Problem.unavailable(Domain.SHOP));
                    }
                    return answer.status() == 200;
                });
    }

    private Future<Boolean> ownsParcel(Sscc sscc, Caller caller, @Nullable String orderToken) {
        if (caller.hasAny(SEES_VANS)) {
            return Future.succeededFuture(true);
        }
        return platform.bus()
                .call(ShippingContract.OWNER, new OwnerQuery(sscc))
                .map(owner -> orderTokens.opens(owner.order(), orderToken)
                        || (owner.customer() != null && caller.is(owner.customer())));
    }
}
