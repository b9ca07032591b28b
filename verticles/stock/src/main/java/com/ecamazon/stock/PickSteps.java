package com.ecamazon.stock;

import com.ecamazon.contract.PickId;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.stock.Picks.Pack;
import com.ecamazon.contract.stock.Picks.PickReply;
import com.ecamazon.contract.stock.Picks.PickState;
import com.ecamazon.contract.stock.Picks.Scan;
import com.ecamazon.contract.stock.Picks.ShortPick;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.stock.domain.PickList;
import com.ecamazon.stock.domain.Picking;
import com.ecamazon.stock.domain.Picking.Step;
import com.ecamazon.stock.store.LabelNumbers;
import com.ecamazon.stock.store.PickLists;
import com.ecamazon.stock.store.Withdrawals;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/** A picker's steps: scan, report short, pack. */
final class PickSteps {
    private final PickLists pickLists;
    private final Withdrawals withdrawals;
    private final LabelNumbers labels;
    private final InstantSource clock;

    PickSteps(PickLists pickLists, Withdrawals withdrawals, LabelNumbers labels, InstantSource clock) {
        this.pickLists = pickLists;
        this.withdrawals = withdrawals;
        this.labels = labels;
        this.clock = clock;
    }

    Future<PickReply> scan(Request<Scan> request) {
        return take(request.body().id(), list -> Picking.scan(list, request.body()));
    }

    Future<PickReply> reportShort(Request<ShortPick> request) {
        return take(
                request.body().id(),
                list -> Picking.reportShort(
                        list, request.body(), request.caller().subject(), now()));
    }

    Future<PickReply> pack(Request<Pack> request) {
        return pickLists.find(request.body().id()).compose(found -> {
            var list = found.orElseThrow(PickSteps::notFound);
            // The mark is read before the list decides: lists made after a withdrawal never come to a parcel.
            return withdrawals
                    .contains(list.order())
                    .compose(withdrawn -> withdrawn && list.state() != PickState.PACKED
                            ? Future.succeededFuture(new PickReply.WrongState(PickState.WITHDRAWN))
                            : pack(request, list));
        });
    }

    private Future<PickReply> pack(Request<Pack> request, PickList list) {
        return Future.all(labels.next(), pickLists.of(list.order())).compose(ready -> {
            var label = ready.<Sscc>resultAt(0);
            int parcels = parcels(ready.resultAt(1));
            return take(
                    list.id(),
                    state -> Picking.pack(
                            state,
                            request.body(),
                            label,
                            parcels,
                            request.caller().subject(),
                            now()));
        });
    }

    private static int parcels(List<PickList> lists) {
        return (int) lists.stream()
                .filter(list -> list.state() != PickState.WITHDRAWN)
                .count();
    }

    private Future<PickReply> take(PickId id, Function<PickList, Step> rule) {
        return pickLists.decide(id, list -> {
            if (list == null) {
                throw notFound();
            }
            return switch (rule.apply(list)) {
                case Step.Kept(var same) -> Decision.unchanged(done(same));
                case Step.Taken(var next) -> Decision.change(next, done(next));
                case Step.Shorted(var next, var news) ->
                    Decision.<PickList, PickReply>change(next, done(next))
                            .journaled()
                            .news(StockTopics.SHORTS, news);
                case Step.Packed packed -> sealing(packed);
                case Step.Refused(var reply) -> Decision.unchanged(reply);
            };
        });
    }

    private static Decision<PickList, PickReply> sealing(Step.Packed packed) {
        var decision = Decision.<PickList, PickReply>change(packed.list(), done(packed.list()))
                .journaled()
                .news(StockContract.PARCELS, packed.news());
        for (var entry : packed.entries()) {
            decision = decision.news(StockTopics.MOVEMENTS, entry);
        }
        return decision;
    }

    private static PickReply done(PickList list) {
        return new PickReply.Done(list.shown());
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.notFound());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
