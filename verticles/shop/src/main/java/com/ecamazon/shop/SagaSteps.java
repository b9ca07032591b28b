package com.ecamazon.shop;

import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.payment.PaymentContract;
import com.ecamazon.contract.payment.Payments.Authorise;
import com.ecamazon.contract.payment.Payments.AuthoriseReply;
import com.ecamazon.contract.payment.Payments.VoidPayment;
import com.ecamazon.contract.payment.Payments.VoidReply;
import com.ecamazon.contract.stock.Holds.Allocate;
import com.ecamazon.contract.stock.Holds.AllocateReply;
import com.ecamazon.contract.stock.Holds.Deallocate;
import com.ecamazon.contract.stock.Holds.Withdraw;
import com.ecamazon.contract.stock.Holds.WithdrawReply;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.platform.bus.Bus;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.shop.domain.Cart;
import com.ecamazon.shop.domain.CartClosing;
import com.ecamazon.shop.domain.Line;
import com.ecamazon.shop.domain.Order;
import com.ecamazon.shop.domain.OrderSaga.Outcome;
import com.ecamazon.shop.domain.OrderSaga.Step;
import com.ecamazon.shop.domain.Purchase;
import com.ecamazon.shop.domain.Refusal;
import com.ecamazon.shop.store.CartDocuments;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of an order's saga that reach for the cart, Stock and Payment. Each is safe to repeat: the order's number marks it. */
final class SagaSteps {
    private static final Logger LOG = LoggerFactory.getLogger(SagaSteps.class);
    private static final Set<Integer> FINAL = Set.of(400, 404, 422);

    private final CartDocuments carts;
    private final Prices prices;
    private final Bus bus;
    private final InstantSource clock;

    SagaSteps(CartDocuments carts, Prices prices, Bus bus, InstantSource clock) {
        this.carts = carts;
        this.prices = prices;
        this.bus = bus;
        this.clock = clock;
    }

    Future<Outcome> closeCart(Purchase purchase) {
        return carts.decide(purchase.cart(), cart -> {
            if (cart == null) {
                return Decision.unchanged(new Outcome.Refused(new Refusal.CartEmpty()));
            }
            var closing = CartClosing.of(cart, purchase, prices::offer, clock.instant());
            Outcome outcome = closing.refusal()
                    .<Outcome>map(Outcome.Refused::new)
                    .orElseGet(() -> new Outcome.Taken(closing.cart().holds()));
            return closing.cart().equals(cart) ? Decision.unchanged(outcome) : Decision.change(closing.cart(), outcome);
        });
    }

    /** Asks for all SKUs at the same time. */
    Future<Outcome> allocate(Purchase purchase, Set<Sku> skus, Map<Sku, Long> holds) {
        var asked = skus.stream()
                .map(sku -> allocate(purchase, sku, holds.getOrDefault(sku, 0L)))
                .toList();
        return Future.all(asked).map(answered -> {
            var replies = new ArrayList<AllocateReply>();
            answered.<Optional<AllocateReply>>list().forEach(reply -> reply.ifPresent(replies::add));
            var away = new HashSet<>(skus);
            replies.forEach(reply -> away.remove(skuOf(reply)));
            return new Outcome.Answered(replies, away);
        });
    }

    private Future<Optional<AllocateReply>> allocate(Purchase purchase, Sku sku, long hold) {
        var number = purchase.number();
        return bus.call(
                        StockContract.ALLOCATE,
                        new Allocate(number, purchase.cart(), sku, purchase.quantity(sku), hold),
                        number + "/allocate/" + sku)
                .map(Optional::of)
                .recover(failure -> isFinal(failure)
                        ? Future.succeededFuture(Optional.of(new AllocateReply.OutOfStock(sku, 0)))
                        : away("Stock", failure, Optional.empty()));
    }

    private static Sku skuOf(AllocateReply reply) {
        return switch (reply) {
            case AllocateReply.Allocated allocated -> allocated.sku();
            case AllocateReply.OutOfStock out -> out.sku();
        };
    }

    Future<Outcome> authorise(Order order) {
        var purchase = order.purchase();
        var token = order.saga().token();
        if (token == null) {
            return Future.succeededFuture(new Outcome.Refused(new Refusal.NotCompleted()));
        }
        var totals = purchase.totals();
        var request = new Authorise(
                purchase.number(), token, totals.grand(), purchase.paidLines(), totals.delivery(), totals.discount());
        return bus.call(PaymentContract.AUTHORISE, request, purchase.number() + "/authorise")
                .map(reply -> switch (reply) {
                    case AuthoriseReply.Authorised _ -> (Outcome) new Outcome.Done();
                    case AuthoriseReply.Declined declined ->
                        new Outcome.Refused(new Refusal.PaymentDeclined(declined.reason()));
                    case AuthoriseReply.Pending _ -> new Outcome.Away();
                })
                .recover(failure -> isFinal(failure)
                        ? Future.succeededFuture(
                                new Outcome.Refused(new Refusal.PaymentDeclined("This payment method does not work.")))
                        : away("Payment", failure, new Outcome.Away()));
    }

    /** Units go back to the cart's hold until its time, money goes back at once; then the cart opens again. */
    Future<Outcome> takeBack(Purchase purchase, Step.TakeBack step) {
        var cancelled = step.refusal() instanceof Refusal.Cancelled;
        return carts.read(purchase.cart())
                .compose(cart -> {
                    var done = new ArrayList<Future<?>>();
                    for (var sku : step.skus()) {
                        var until = cancelled ? clock.instant() : heldUntil(cart, sku);
                        done.add(bus.call(
                                StockContract.DEALLOCATE,
                                new Deallocate(purchase.number(), purchase.cart(), sku, until),
                                purchase.number() + "/deallocate/" + sku));
                    }
                    if (step.money()) {
                        done.add(letGo(purchase));
                    }
                    return Future.join(done);
                })
                .compose(_ -> cancelled ? Future.succeededFuture(true) : reopen(purchase))
                .<Outcome>map(_ -> new Outcome.Done())
                .recover(failure -> away("Stock or Payment", failure, new Outcome.Away()));
    }

    private Instant heldUntil(Optional<Cart> cart, Sku sku) {
        return cart.flatMap(found -> found.line(sku)).map(Line::heldUntil).orElse(clock.instant());
    }

    private Future<?> letGo(Purchase purchase) {
        return bus.call(PaymentContract.VOID, new VoidPayment(purchase.number()), purchase.number() + "/void")
                .onSuccess(reply -> {
                    if (reply instanceof VoidReply.AlreadyCaptured) {
                        LOG.error("order {} was taken back, but its money is captured: refund it", purchase.number());
                    }
                });
    }

    private Future<Boolean> reopen(Purchase purchase) {
        return carts.decide(purchase.cart(), cart -> {
            var next = cart == null ? null : cart.reopened(purchase.number(), clock.instant());
            return next == null || next.equals(cart) ? Decision.unchanged(false) : Decision.change(next, true);
        });
    }

    Future<Outcome> withdraw(Purchase purchase) {
        return bus.call(StockContract.WITHDRAW, new Withdraw(purchase.number()), purchase.number() + "/withdraw")
                .map(reply -> switch (reply) {
                    case WithdrawReply.Withdrawn _ -> (Outcome) new Outcome.Done();
                    case WithdrawReply.AlreadyPacked _ -> new Outcome.Packed();
                })
                .recover(failure -> away("Stock", failure, new Outcome.Away()));
    }

    /** Whether asking again would get the same answer. */
    private static boolean isFinal(Throwable failure) {
        return failure instanceof ProblemException refused
                && FINAL.contains(refused.problem().status());
    }

    private static <T> Future<T> away(String who, Throwable failure, T outcome) {
        LOG.debug("{} did not answer a step of an order: {}", who, failure.toString());
        return Future.succeededFuture(outcome);
    }
}
