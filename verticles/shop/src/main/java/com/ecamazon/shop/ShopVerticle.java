package com.ecamazon.shop;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.payment.PaymentContract;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.OrderTokens;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.bus.Bindings;
import com.ecamazon.shop.store.CartDocuments;
import com.ecamazon.shop.store.OrderDocuments;
import com.ecamazon.shop.store.PromotionDocuments;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** What the Shop serves and hears. */
final class ShopVerticle extends DomainVerticle {
    private static final int HOLD_SECONDS = 600;

    private final Catalogue catalogue;
    private final CartFilling cartFilling;
    private final CartKeeping cartKeeping;
    private final Checkout checkout;
    private final OrderReading orderReading;
    private final Cancelling cancelling;
    private final OrderFollowing orderFollowing;
    private final SagaRecovery recovery;
    private final AuditFacts auditFacts;

    ShopVerticle(Platform platform) {
        super(platform, Domain.SHOP);
        var bus = platform.bus();
        // Documents keep milliseconds, so nothing is shown that a restart would round.
        InstantSource clock = () -> platform.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var tokens = new OrderTokens(platform.secrets());
        var carts = new CartDocuments(platform.database(), platform.chance());
        var orders = new OrderDocuments(platform.database());
        var promotions = new PromotionDocuments(platform.database());
        catalogue = new Catalogue(platform);
        var holding = platform.settings().seconds("CART_HOLD_SECONDS", HOLD_SECONDS);
        cartFilling = new CartFilling(carts, catalogue, bus, clock, holding);
        cartKeeping = new CartKeeping(carts, promotions, bus, clock);
        var steps = new SagaSteps(carts, catalogue, bus, clock);
        var runner = new SagaRunner(platform.vertx(), orders, steps, catalogue, bus, clock);
        var watch = new OrderWatch(platform.vertx(), orders, runner);
        checkout = new Checkout(carts, orders, runner, watch, new PlaceOrderAnswer(tokens), clock);
        orderReading = new OrderReading(orders, tokens);
        cancelling = new Cancelling(orders, orderReading, runner, watch, tokens, clock);
        orderFollowing = new OrderFollowing(orders, bus);
        auditFacts = new AuditFacts(orders);
        recovery = new SagaRecovery(platform.vertx(), orders, runner, platform.metrics(), clock);
    }

    @Override
    protected Future<?> prepare() {
        return catalogue.load();
    }

    @Override
    protected void bind(Bindings bindings) {
        catalogue.bind(bindings);

        bindings.serve(ShopContract.CREATE_CART, cartKeeping::create);
        bindings.serve(ShopContract.CART, cartKeeping::cart);
        bindings.serve(ShopContract.ADD_LINE, cartFilling::add);
        bindings.serve(ShopContract.CHANGE_LINE, cartFilling::change);
        bindings.serve(ShopContract.REMOVE_LINE, cartFilling::remove);
        bindings.serve(ShopContract.ADD_CODE, cartKeeping::addCode);
        bindings.serve(ShopContract.REMOVE_CODE, cartKeeping::removeCode);
        bindings.serve(ShopContract.PUT_CODE, cartKeeping::putCode);
        bindings.serve(ShopContract.DELETE_CART, cartKeeping::delete);
        bindings.serve(ShopContract.DELIVERY_OPTIONS, cartKeeping::deliveryOptions);

        bindings.serve(ShopContract.PLACE_ORDER, checkout::place);
        bindings.serve(ShopContract.ORDER, orderReading::order);
        bindings.serve(ShopContract.ORDERS_PAGE, orderReading::page);
        bindings.serve(ShopContract.TIMELINE, orderReading::timeline);
        bindings.serve(ShopContract.CANCEL_ORDER, cancelling::cancel);
        bindings.serve(ShopContract.ORDER_FACTS, auditFacts::orders);
        bindings.serve(
                ShopContract.OUTBOXES,
                request -> platform.database().outboxes(request.body().before()));
        bindings.serve(ShopContract.PARKED, request -> platform.database().parked());
        bindings.serve(ShopContract.REDRIVE, request -> platform.database().redrive(request.body()));

        bindings.subscribe(StockContract.PARCELS, orderFollowing::packed);
        bindings.subscribe(ShippingContract.PARCELS, orderFollowing::traced);
        bindings.subscribe(ShippingContract.RETURNS, orderFollowing::returned);
        bindings.subscribe(PaymentContract.PAYMENTS, orderFollowing::paid);
    }

    @Override
    protected Future<?> started() {
        catalogue.follow();
        recovery.start();
        return Future.succeededFuture();
    }
}
