package com.ecamazon.shop;

import com.ecamazon.contract.CartId;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.shop.Carts;
import com.ecamazon.contract.shop.Carts.AddCode;
import com.ecamazon.contract.shop.Carts.CartDeleted;
import com.ecamazon.contract.shop.Carts.CartQuery;
import com.ecamazon.contract.shop.Carts.CartReply;
import com.ecamazon.contract.shop.Carts.CartState;
import com.ecamazon.contract.shop.Carts.CreateCart;
import com.ecamazon.contract.shop.Carts.DeleteCart;
import com.ecamazon.contract.shop.Carts.DeliveryOptions;
import com.ecamazon.contract.shop.Carts.DeliveryOptionsQuery;
import com.ecamazon.contract.shop.Carts.RemoveCode;
import com.ecamazon.contract.shop.Promotions.Promotion;
import com.ecamazon.contract.shop.Promotions.PutCode;
import com.ecamazon.contract.stock.Holds.Hold;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.platform.bus.Bus;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.shop.domain.Cart;
import com.ecamazon.shop.domain.Delivery;
import com.ecamazon.shop.domain.Pricing;
import com.ecamazon.shop.store.CartDocuments;
import com.ecamazon.shop.store.PromotionDocuments;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Opens carts, shows them, takes promotion codes, lets carts go. */
final class CartKeeping {
    private final CartDocuments carts;
    private final PromotionDocuments promotions;
    private final Bus bus;
    private final InstantSource clock;

    CartKeeping(CartDocuments carts, PromotionDocuments promotions, Bus bus, InstantSource clock) {
        this.carts = carts;
        this.promotions = promotions;
        this.bus = bus;
        this.clock = clock;
    }

    Future<CartReply> create(Request<CreateCart> request) {
        var now = clock.instant();
        var cart = Cart.opened(request.caller(), now);
        return carts.insert(cart).map(id -> new CartReply.Created(cart.shown(id, now)));
    }

    Future<Carts.Cart> cart(Request<CartQuery> request) {
        var id = request.body().id();
        return carts.read(id)
                .map(found ->
                        CartAccess.opened(found.orElse(null), request.caller()).shown(id, clock.instant()));
    }

    Future<DeliveryOptions> deliveryOptions(Request<DeliveryOptionsQuery> request) {
        return carts.read(request.body().cart()).map(found -> {
            var cart = CartAccess.opened(found.orElse(null), request.caller());
            var now = clock.instant();
            return new DeliveryOptions(Arrays.stream(Delivery.values())
                    .map(option -> option.shown(Pricing.delivery(cart.lines(), cart.codes(), option, now), now))
                    .toList());
        });
    }

    Future<CartReply> addCode(Request<AddCode> request) {
        return promotions.find(request.body().code()).compose(found -> {
            var now = clock.instant();
            return found.filter(code -> Pricing.works(code, now)).isEmpty()
                    ? Future.succeededFuture(
                            new CartReply.CodeInvalid("There is no such code, or it does not work now."))
                    : change(request.body().id(), request, cart -> cart.with(found.get(), request.caller(), now));
        });
    }

    Future<CartReply> removeCode(Request<RemoveCode> request) {
        var code = request.body().code().toUpperCase(Locale.ROOT);
        return change(request.body().id(), request, cart -> cart.without(code, request.caller(), clock.instant()));
    }

    Future<Promotion> putCode(Request<PutCode> request) {
        return promotions.put(request.body().promotion());
    }

    /** The cart is gone at once; its holds are let go of, or end by themselves when Stock is away. */
    Future<CartDeleted> delete(Request<DeleteCart> request) {
        var id = request.body().id();
        var now = clock.instant();
        return carts.<Cart>decide(id, found -> {
                    var cart = CartAccess.opened(found, request.caller());
                    if (cart.state() == CartState.ORDERED) {
                        throw new ProblemException(Problem.of(409, "CART_ORDERED", "This cart is already ordered."));
                    }
                    return Decision.change(cart.deleted(now), cart);
                })
                .compose(cart -> Future.join(cart.lines().stream()
                                .map(line -> bus.call(StockContract.HOLD, new Hold(id, line.sku(), 0, now)))
                                .toList())
                        .transform(_ -> Future.succeededFuture(new CartDeleted(id))));
    }

    private Future<CartReply> change(CartId id, Request<?> request, UnaryOperator<Cart> change) {
        return carts.decide(id, found -> {
            var cart = CartAccess.opened(found, request.caller());
            if (cart.state() == CartState.ORDERED) {
                return Decision.unchanged(CartAccess.ordered());
            }
            var next = change.apply(cart);
            CartReply reply = new CartReply.Changed(next.shown(id, clock.instant()));
            return next.equals(cart) ? Decision.unchanged(reply) : Decision.change(next, reply);
        });
    }
}
