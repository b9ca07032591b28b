package com.ecamazon.stock;

import com.ecamazon.contract.stock.Holds.Allocate;
import com.ecamazon.contract.stock.Holds.AllocateReply;
import com.ecamazon.contract.stock.Holds.Deallocate;
import com.ecamazon.contract.stock.Holds.Deallocated;
import com.ecamazon.contract.stock.Holds.Hold;
import com.ecamazon.contract.stock.Holds.HoldReply;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.data.Write;
import com.ecamazon.stock.domain.Allocating;
import com.ecamazon.stock.domain.EntryIds;
import com.ecamazon.stock.domain.Holding;
import io.vertx.core.Future;

/** Promises units: to carts for some time, to orders for good. */
final class Promising {
    private final StockKeeping keeping;

    Promising(StockKeeping keeping) {
        this.keeping = keeping;
    }

    /** A hold lost in a crash costs a customer a second try at most, so it is not a promise. */
    Future<HoldReply> hold(Request<Hold> request) {
        var hold = request.body();
        return keeping.decide(hold.sku(), Write.PLAIN, (stock, _, now) -> Holding.hold(stock, hold, now));
    }

    Future<AllocateReply> allocate(Request<Allocate> request) {
        var command = request.body();
        return keeping.decide(
                command.sku(),
                EntryIds.ofOrder(command.order(), command.sku()),
                Write.JOURNALED,
                (stock, history, now) ->
                        Allocating.allocate(stock, command, request.caller().subject(), history, now));
    }

    Future<Deallocated> deallocate(Request<Deallocate> request) {
        var command = request.body();
        return keeping.decide(
                command.sku(),
                EntryIds.ofOrder(command.order(), command.sku()),
                Write.JOURNALED,
                (stock, history, now) ->
                        Allocating.deallocate(stock, command, request.caller().subject(), history, now));
    }
}
