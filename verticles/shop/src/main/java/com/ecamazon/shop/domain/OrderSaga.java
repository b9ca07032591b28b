package com.ecamazon.shop.domain;

import com.ecamazon.contract.Problem.Fault;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shop.Orders.Allocation;
import com.ecamazon.contract.stock.Holds.AllocateReply;
import com.ecamazon.shop.domain.Saga.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a run of an order's saga stands, and what it does next. Forward: close the cart, allocate all units, set the money
 * aside, confirm. Back, when somebody refuses or the deadline has passed: first the decision is saved, which fences off any
 * older run; then units, money and cart are given back; then the order is refused. Each step is safe to repeat, so a run that
 * takes over begins anew, and takes for done what an earlier one may have done.
 *
 * @param holds the numbers of the cart's holds at Stock, once it is taken
 * @param allocations the units that belong to the order
 * @param unitsInDoubt SKUs of which units may belong to the order
 * @param moneyInDoubt whether money may be set aside
 * @param cartInDoubt whether the cart may be closed for the order
 */
public record OrderSaga(
        Purchase purchase,
        Step step,
        Map<Sku, Long> holds,
        List<Allocation> allocations,
        Set<Sku> unitsInDoubt,
        boolean moneyInDoubt,
        boolean cartInDoubt) {
    /** What is to be done next. */
    public sealed interface Step {
        /** Take the cart, so that no other order does. */
        record CloseCart() implements Step {}

        /** Turn holds into allocations. */
        record Allocate(Set<Sku> skus) implements Step {}

        /** Set the money aside. */
        record Authorise() implements Step {}

        /** Save that the order stands. */
        record Confirm() implements Step {}

        /** Save that all is to be taken back. */
        record Decide(Refusal refusal) implements Step {}

        /** Give back these units, the money if so, and the cart. */
        record TakeBack(Set<Sku> skus, boolean money, Refusal refusal) implements Step {}

        /** Stop the picking of a cancelled order. */
        record Withdraw() implements Step {}

        /** Save that the order came to nothing. */
        record Refuse(Refusal refusal) implements Step {}

        /** Save that it is too late to cancel. */
        record Keep() implements Step {}

        /** Nothing is left to do. */
        record Over() implements Step {}
    }

    /** What came of a step. */
    public sealed interface Outcome {
        /** Done. */
        record Done() implements Outcome {}

        /** The cart is the order's; the numbers of its holds, by SKU. */
        record Taken(Map<Sku, Long> holds) implements Outcome {}

        /** Nobody answered: it may have been done, or not. */
        record Away() implements Outcome {}

        /** Somebody said no, for good. */
        record Refused(Refusal refusal) implements Outcome {}

        /** What Stock answered, and the SKUs for which it did not answer. */
        record Answered(List<AllocateReply> replies, Set<Sku> away) implements Outcome {}

        /** The order is packed. */
        record Packed() implements Outcome {}
    }

    public OrderSaga {
        holds = Map.copyOf(holds);
        allocations = List.copyOf(allocations);
        // In order, so that a run's steps are the same wherever it is repeated.
        var inOrder = Purchase.sorted();
        inOrder.addAll(unitsInDoubt);
        unitsInDoubt = Collections.unmodifiableSet(inOrder);
    }

    /** The first step of a run. */
    public static OrderSaga begin(Purchase purchase, Saga saga, Instant now) {
        var first = saga.run() == 1 && saga.phase() == Phase.PLACING;
        Set<Sku> doubt = first ? Set.of() : purchase.skus();
        var begun = new OrderSaga(purchase, new Step.Over(), Map.of(), List.of(), doubt, !first, !first);
        return switch (saga.phase()) {
            case PLACING ->
                first || now.isBefore(saga.deadline())
                        ? begun.then(new Step.CloseCart())
                        : begun.then(new Step.Decide(new Refusal.NotCompleted()));
            case UNDOING -> begun.takeBack(saga.refusal() == null ? new Refusal.NotCompleted() : saga.refusal());
            case CANCELLING -> begun.then(new Step.Withdraw());
            case OVER -> begun;
        };
    }

    /**
     * The step after this one.
     *
     * @param late whether the deadline has passed, so that nothing more is waited for
     */
    public OrderSaga next(Outcome outcome, boolean late) {
        return switch (step) {
            case Step.CloseCart() ->
                switch (outcome) {
                    case Outcome.Taken(var numbers) -> withCart(numbers).then(new Step.Allocate(purchase.skus()));
                    case Outcome.Refused(var refusal) -> refused(refusal);
                    default -> withCart(Map.of()).again(late);
                };
            case Step.Allocate(var skus) ->
                outcome instanceof Outcome.Answered(var replies, var away)
                        ? allocated(replies, away, late)
                        : allocated(List.of(), skus, late);
            case Step.Authorise() ->
                switch (outcome) {
                    case Outcome.Done() -> withMoney().then(new Step.Confirm());
                    case Outcome.Refused(var refusal) -> refused(refusal);
                    default -> withMoney().again(late);
                };
            case Step.Confirm _, Step.Refuse _, Step.Keep _ ->
                outcome instanceof Outcome.Done ? then(new Step.Over()) : this;
            case Step.Decide(var refusal) -> outcome instanceof Outcome.Done ? takeBack(refusal) : this;
            case Step.TakeBack back -> outcome instanceof Outcome.Done ? then(new Step.Refuse(back.refusal())) : this;
            case Step.Withdraw() ->
                switch (outcome) {
                    case Outcome.Done() -> takeBack(new Refusal.Cancelled());
                    case Outcome.Packed() -> then(new Step.Keep());
                    default -> this;
                };
            case Step.Over() -> this;
        };
    }

    private OrderSaga allocated(List<AllocateReply> replies, Set<Sku> away, boolean late) {
        var units = new ArrayList<>(allocations);
        var doubt = Purchase.sorted();
        doubt.addAll(unitsInDoubt);
        doubt.addAll(away);
        var faults = new ArrayList<Fault>();
        for (var reply : replies) {
            switch (reply) {
                case AllocateReply.Allocated(var sku, var shares) -> {
                    units.add(new Allocation(sku, shares));
                    doubt.add(sku);
                }
                case AllocateReply.OutOfStock(var sku, var available) ->
                    faults.add(new Fault(purchase.pointer(sku), "there are not that many left", sku, available));
            }
        }
        var now = new OrderSaga(purchase, step, holds, units, doubt, moneyInDoubt, cartInDoubt);
        if (!faults.isEmpty()) {
            return now.refused(new Refusal.OutOfStock(faults));
        }
        return away.isEmpty()
                ? now.then(new Step.Authorise())
                : now.then(new Step.Allocate(away)).again(late);
    }

    /** A refusal before anything was done needs nothing taken back. */
    private OrderSaga refused(Refusal refusal) {
        return then(cartInDoubt ? new Step.Decide(refusal) : new Step.Refuse(refusal));
    }

    private OrderSaga takeBack(Refusal refusal) {
        var cancelled = refusal instanceof Refusal.Cancelled;
        return then(new Step.TakeBack(cancelled ? purchase.skus() : unitsInDoubt, moneyInDoubt || cancelled, refusal));
    }

    private OrderSaga again(boolean late) {
        return late ? then(new Step.Decide(new Refusal.NotCompleted())) : this;
    }

    private OrderSaga withMoney() {
        return new OrderSaga(purchase, step, holds, allocations, unitsInDoubt, true, cartInDoubt);
    }

    private OrderSaga withCart(Map<Sku, Long> numbers) {
        return new OrderSaga(purchase, step, numbers, allocations, unitsInDoubt, moneyInDoubt, true);
    }

    private OrderSaga then(Step next) {
        return new OrderSaga(purchase, next, holds, allocations, unitsInDoubt, moneyInDoubt, cartInDoubt);
    }
}
