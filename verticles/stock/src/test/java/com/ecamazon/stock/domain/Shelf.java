package com.ecamazon.stock.domain;

import com.ecamazon.contract.CartId;
import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.stock.Holds.Allocate;
import com.ecamazon.contract.stock.Holds.AllocateReply;
import com.ecamazon.contract.stock.Holds.Deallocate;
import com.ecamazon.contract.stock.Holds.Hold;
import com.ecamazon.contract.stock.Holds.HoldReply;
import com.ecamazon.contract.stock.Levels.Adjustment;
import com.ecamazon.contract.stock.Levels.KeepBack;
import com.ecamazon.contract.stock.Levels.LevelReply;
import com.ecamazon.contract.stock.Levels.Receipt;
import com.ecamazon.contract.stock.Picks.ParcelNews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One SKU with its ledger and a clock: what the shell around the decisions does, without a store. */
final class Shelf {
    static final Sku SKU = new Sku("lamp");
    static final DepotId NORTH = new DepotId("north");
    static final DepotId SOUTH = new DepotId("south");
    static final DepotId WEST = new DepotId("west");
    static final String ACTOR = "tester";

    final List<LedgerEntry> ledger = new ArrayList<>();
    final List<ParcelNews> news = new ArrayList<>();
    SkuStock stock;
    Instant now = Instant.parse("2026-11-22T08:00:00Z");
    int looks;
    private final Map<CartId, Long> told = new HashMap<>();
    private final Map<OrderNumber, Long> taken = new HashMap<>();
    private int references;

    Shelf() {
        stock = SkuStock.none(SKU, now);
    }

    static Shelf with(int north, int south) {
        var shelf = new Shelf();
        if (north > 0) {
            shelf.receive(NORTH, north);
        }
        if (south > 0) {
            shelf.receive(SOUTH, south);
        }
        return shelf;
    }

    interface Rule<R> {
        Verdict<R> decide(SkuStock stock, History history, Instant now);
    }

    /** Decides, with a look at the ledger when it is asked for. */
    <R> R decide(String cause, Rule<R> rule) {
        return take(rule.decide(stock, History.NOT_ASKED, now), cause, rule);
    }

    private <R> R take(Verdict<R> verdict, String cause, Rule<R> rule) {
        return switch (verdict) {
            case Verdict.Unchanged<R>(var reply) -> reply;
            case Verdict.Decided<R>(var next, var entries, var told, var reply) -> {
                stock = next;
                news.addAll(told);
                ledger.addAll(entries);
                yield reply;
            }
            case Verdict.AskLedger<R> _ -> {
                looks++;
                var history = History.of(ledger.stream()
                        .filter(entry -> entry.id().startsWith(cause))
                        .toList());
                yield take(rule.decide(stock, history, now), cause, rule);
            }
        };
    }

    /** As if all was in the ledger for long. */
    void forget() {
        stock = stock.forgetting(_ -> true, now);
    }

    void pass(long seconds) {
        now = now.plusSeconds(seconds);
    }

    int available() {
        return stock.availableToPromise(now);
    }

    LevelReply receive(DepotId depot, int quantity) {
        return receive(new Receipt(SKU, depot, quantity, "delivery " + references++));
    }

    LevelReply receive(Receipt receipt) {
        return decide(
                EntryIds.ofReceipt(receipt.reference(), SKU, receipt.depot()),
                (state, history, at) -> Counting.receive(state, receipt, ACTOR, history, at));
    }

    LevelReply adjust(DepotId depot, int quantity, String reference) {
        var adjustment = new Adjustment(SKU, depot, quantity, "counted", reference);
        return decide(
                EntryIds.ofAdjustment(reference, SKU, depot),
                (state, history, at) -> Counting.adjust(state, adjustment, ACTOR, history, at));
    }

    LevelReply keepBack(DepotId depot, int safetyStock, int onHold) {
        return decide(
                "", (state, _, at) -> Counting.keepBack(state, new KeepBack(SKU, depot, safetyStock, onHold), at));
    }

    HoldReply hold(String cart, int quantity) {
        var hold = new Hold(new CartId(cart), SKU, quantity, now.plusSeconds(600));
        var reply = decide("", (state, _, at) -> Holding.hold(state, hold, at));
        if (reply instanceof HoldReply.Held held) {
            told.put(hold.cart(), held.hold());
        }
        return reply;
    }

    /** A hold whose answer the cart never gets. */
    void holdUnheard(String cart, int quantity) {
        long before = told.getOrDefault(new CartId(cart), 0L);
        hold(cart, quantity);
        told.put(new CartId(cart), before);
    }

    AllocateReply allocate(String order, String cart, int quantity) {
        var id = new CartId(cart);
        var number = new OrderNumber(order);
        // An order asks with what its cart was told, however often and however late.
        long hold = taken.computeIfAbsent(number, first -> told.getOrDefault(id, 0L));
        var command = new Allocate(number, id, SKU, quantity, hold);
        return decide(
                EntryIds.ofOrder(command.order(), SKU),
                (state, history, at) -> Allocating.allocate(state, command, ACTOR, history, at));
    }

    void deallocate(String order, String cart, Instant holdUntil) {
        var command = new Deallocate(new OrderNumber(order), new CartId(cart), SKU, holdUntil);
        decide(
                EntryIds.ofOrder(command.order(), SKU),
                (state, history, at) -> Allocating.deallocate(state, command, ACTOR, history, at));
    }

    void dispatch(String order, long serial, DepotId depot, int quantity) {
        var departed = new Leaving.Departed(Labels.of(serial), new OrderNumber(order), depot, quantity);
        decide(
                EntryIds.ofOrder(departed.order(), SKU),
                (state, history, at) -> Leaving.dispatch(state, departed, ACTOR, history, at));
    }

    Leaving.Replaced shortfall(Leaving.Shortfall report) {
        return decide(
                EntryIds.ofOrder(report.order(), SKU),
                (state, history, at) -> Leaving.shortfall(state, report, ACTOR, history, at));
    }

    void returned(Counting.Returned units) {
        decide(
                EntryIds.ofReturn(units.number(), SKU),
                (state, history, at) -> Counting.returned(state, units, ACTOR, history, at));
    }

    int onHand(DepotId depot) {
        return stock.depot(depot).map(DepotStock::onHand).orElse(0);
    }

    int allocated(DepotId depot) {
        return stock.depot(depot).map(DepotStock::allocated).orElse(0);
    }
}
