package com.ecamazon.shop;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.CartId;
import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.LineId;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.Problem.Fault;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shop.Carts.AddLine;
import com.ecamazon.contract.shop.Carts.CartReply;
import com.ecamazon.contract.shop.Carts.CartState;
import com.ecamazon.contract.shop.Carts.ChangeLine;
import com.ecamazon.contract.shop.Carts.RemoveLine;
import com.ecamazon.contract.stock.Holds.Hold;
import com.ecamazon.contract.stock.Holds.HoldReply;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.platform.bus.Bus;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.shop.domain.Cart;
import com.ecamazon.shop.domain.Line;
import com.ecamazon.shop.domain.Offer;
import com.ecamazon.shop.store.CartDocuments;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts units into carts, changes and removes them, one change of a cart after the other. Stock holds the units first, then the
 * cart is saved on the very revision that the hold was reckoned on; when another instance changed it meanwhile, all is done
 * again.
 */
final class CartFilling {
    private static final int ATTEMPTS = 5;

    private final CartDocuments carts;
    private final Prices prices;
    private final Bus bus;
    private final InstantSource clock;
    private final Duration holding;
    private final Map<CartId, Future<CartReply>> turns = new HashMap<>();

    /** What a cart is to have: so many units of a SKU. */
    private record Wish(Sku sku, int quantity) {}

    CartFilling(CartDocuments carts, Prices prices, Bus bus, InstantSource clock, Duration holding) {
        this.carts = carts;
        this.prices = prices;
        this.bus = bus;
        this.clock = clock;
        this.holding = holding;
    }

    Future<CartReply> add(Request<AddLine> request) {
        var line = request.body();
        return inTurn(
                line.id(), request.caller(), cart -> new Wish(line.sku(), cart.quantity(line.sku()) + line.quantity()));
    }

    Future<CartReply> change(Request<ChangeLine> request) {
        var line = request.body();
        return inTurn(
                line.id(),
                request.caller(),
                cart -> new Wish(existing(cart, line.lineId()).sku(), line.quantity()));
    }

    Future<CartReply> remove(Request<RemoveLine> request) {
        var line = request.body();
        return inTurn(
                line.id(),
                request.caller(),
                cart -> new Wish(existing(cart, line.lineId()).sku(), 0));
    }

    private static Line existing(Cart cart, LineId id) {
        return cart.line(id).orElseThrow(() -> new ProblemException(Problem.notFound()));
    }

    private Future<CartReply> inTurn(CartId id, Caller caller, Function<Cart, Wish> wished) {
        var before = turns.get(id);
        var mine = before == null
                ? fill(id, caller, wished, 1)
                : before.<CartReply>transform(_ -> fill(id, caller, wished, 1));
        turns.put(id, mine);
        return mine.onComplete(_ -> turns.remove(id, mine));
    }

    private Future<CartReply> fill(CartId id, Caller caller, Function<Cart, Wish> wished, int attempt) {
        return carts.read(id).compose(found -> {
            var cart = CartAccess.opened(found.orElse(null), caller);
            if (cart.state() == CartState.ORDERED) {
                return Future.succeededFuture(CartAccess.ordered());
            }
            var wish = wished.apply(cart);
            var now = clock.instant();
            var filled = filled(cart, wish, caller, now);
            return hold(id, wish, now).compose(held -> switch (held) {
                case HoldReply.OutOfStock(var sku, var available) ->
                    Future.succeededFuture(new CartReply.OutOfStock(
                            List.of(new Fault(cart.pointer(sku), "there are not that many left", sku, available))));
                case HoldReply.Held made ->
                    save(id, cart, filled.held(made.sku(), made.hold()), now)
                            .compose(saved -> saved.isPresent()
                                    ? Future.succeededFuture(saved.get())
                                    : again(id, caller, wished, wish, attempt));
            });
        });
    }

    private Cart filled(Cart cart, Wish wish, Caller caller, Instant now) {
        if (wish.quantity() == 0) {
            return cart.without(wish.sku(), caller, now);
        }
        return cart.with(offer(wish.sku()), wish.quantity(), now.plus(holding), caller, now);
    }

    private Offer offer(Sku sku) {
        return prices.offer(sku).orElseThrow(() -> new InvalidRequest("/sku", "is not sold"));
    }

    /** What is taken out needs no answer of Stock: the hold ends by itself. */
    private Future<HoldReply> hold(CartId id, Wish wish, Instant now) {
        var hold = new Hold(id, wish.sku(), wish.quantity(), now.plus(holding));
        var held = bus.call(StockContract.HOLD, hold);
        return wish.quantity() > 0
                ? held
                : held.recover(away -> Future.succeededFuture(new HoldReply.Held(wish.sku(), 0, now, 0)));
    }

    /** Empty when the cart is no longer the one that the hold was reckoned on. */
    private Future<Optional<CartReply>> save(CartId id, Cart before, Cart after, Instant now) {
        return carts.decide(
                        id,
                        current -> current == null || current.revision() != before.revision()
                                ? Decision.unchanged(Optional.<CartReply>empty())
                                : Decision.change(
                                        after, Optional.<CartReply>of(new CartReply.Changed(after.shown(id, now)))))
                .recover(failure -> restore(id, before, after).transform(_ -> Future.failedFuture(failure)));
    }

    private Future<CartReply> again(CartId id, Caller caller, Function<Cart, Wish> wished, Wish lost, int attempt) {
        return attempt < ATTEMPTS
                ? fill(id, caller, wished, attempt + 1)
                        .recover(failure -> settle(id, lost.sku()).transform(_ -> Future.failedFuture(failure)))
                : settle(id, lost.sku()).transform(_ -> Future.failedFuture(new ProblemException(Problem.conflict())));
    }

    /** Puts the hold back to what the cart has; best effort, since holds end by themselves. */
    private Future<?> settle(CartId id, Sku sku) {
        return carts.read(id)
                .compose(found -> hold(
                        id,
                        new Wish(
                                sku,
                                found.filter(cart -> cart.state() == CartState.OPEN)
                                        .map(cart -> cart.quantity(sku))
                                        .orElse(0)),
                        clock.instant()));
    }

    private Future<?> restore(CartId id, Cart before, Cart after) {
        return Future.join(after.lines().stream()
                .filter(line -> before.quantity(line.sku()) != line.quantity())
                .map(line -> hold(id, new Wish(line.sku(), before.quantity(line.sku())), clock.instant()))
                .toList());
    }
}
