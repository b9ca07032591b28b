package com.ecamazon.stock;

import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.stock.Holds.Withdraw;
import com.ecamazon.contract.stock.Holds.WithdrawReply;
import com.ecamazon.contract.stock.Picks.PickState;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.stock.domain.PickList;
import com.ecamazon.stock.domain.Picking;
import com.ecamazon.stock.domain.Picking.Step;
import com.ecamazon.stock.store.PickLists;
import com.ecamazon.stock.store.Withdrawals;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;

/**
 * Stops the picking of an order. The order is marked first, for lists that are still to come; then each list decides for
 * itself whether it is packed already. One that is makes the withdrawal fail, and the others go on.
 */
final class Withdrawing {
    private final PickLists pickLists;
    private final Withdrawals withdrawals;
    private final InstantSource clock;

    Withdrawing(PickLists pickLists, Withdrawals withdrawals, InstantSource clock) {
        this.pickLists = pickLists;
        this.withdrawals = withdrawals;
        this.clock = clock;
    }

    Future<WithdrawReply> withdraw(Request<Withdraw> request) {
        return withdraw(request.body().order());
    }

    Future<WithdrawReply> withdraw(OrderNumber order) {
        return withdrawals
                .add(order, clock.instant())
                .compose(_ -> pickLists.of(order))
                .compose(lists -> anyPacked(lists) ? refuse(order) : end(order, lists));
    }

    /** Ends lists that were made for an order that was withdrawn before. */
    Future<?> endIfWithdrawn(OrderNumber order) {
        return withdrawals.contains(order).compose(marked -> marked ? withdraw(order) : Future.succeededFuture());
    }

    private Future<WithdrawReply> end(OrderNumber order, List<PickList> lists) {
        return Future.all(lists.stream().map(this::end).toList())
                .compose(done -> done.<Boolean>list().contains(false)
                        ? refuse(order)
                        : Future.succeededFuture(new WithdrawReply.Withdrawn(order)));
    }

    /** Whether the list ended unpacked. */
    private Future<Boolean> end(PickList list) {
        return pickLists.decide(list.id(), state -> {
            if (state == null) {
                return Decision.unchanged(true);
            }
            return switch (Picking.withdraw(state)) {
                case Step.Kept _ -> Decision.unchanged(true);
                case Step.Taken(var next) ->
                    Decision.<PickList, Boolean>change(next, true).journaled();
                case Step.Shorted _, Step.Packed _, Step.Refused _ -> Decision.unchanged(false);
            };
        });
    }

    /** The mark goes last: while it is there, the way back is not finished. */
    private Future<WithdrawReply> refuse(OrderNumber order) {
        return pickLists
                .of(order)
                .compose(lists -> Future.all(lists.stream().map(this::reopen).toList()))
                .compose(_ -> withdrawals.remove(order))
                .map(_ -> new WithdrawReply.AlreadyPacked(
                        order, List.of(new Problem.Fault("/order", "A parcel of it is packed.", null, null))));
    }

    private Future<Boolean> reopen(PickList list) {
        return pickLists.decide(
                list.id(),
                state -> state == null || state.withdrawnFrom() == null
                        ? Decision.unchanged(false)
                        : Decision.change(Picking.reopen(state), true));
    }

    private static boolean anyPacked(List<PickList> lists) {
        return lists.stream().anyMatch(list -> list.state() == PickState.PACKED);
    }
}
