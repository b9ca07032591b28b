package com.ecamazon.shipping;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.shipping.Parcels.OpenReturn;
import com.ecamazon.contract.shipping.Parcels.ReceiveReturn;
import com.ecamazon.contract.shipping.Parcels.Return;
import com.ecamazon.contract.shipping.Parcels.ReturnNews;
import com.ecamazon.contract.shipping.Parcels.ReturnQuery;
import com.ecamazon.contract.shipping.Parcels.ReturnReply;
import com.ecamazon.contract.shipping.Parcels.ReturnReply.NotReturnable;
import com.ecamazon.contract.shipping.Parcels.ReturnReply.Opened;
import com.ecamazon.contract.shipping.Parcels.ReturnReply.Received;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.platform.OrderTokens;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.shipping.domain.ReturnCase;
import com.ecamazon.shipping.domain.ReturnCase.Receipt;
import com.ecamazon.shipping.domain.Returnable;
import com.ecamazon.shipping.domain.Returnable.Claimed;
import com.ecamazon.shipping.domain.Shipment;
import com.ecamazon.shipping.store.ReturnLabels;
import com.ecamazon.shipping.store.Returns;
import com.ecamazon.shipping.store.Shipments;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens and receives returns. Units are claimed in the shipment, so that they come back once; the return follows from the
 * claim, at once and again from the shipment's outbox.
 */
final class ReturnDesk {
    private final Shipments shipments;
    private final Returns returns;
    private final ReturnLabels labels;
    private final OrderTokens tokens;
    private final InstantSource clock;

    ReturnDesk(Shipments shipments, Returns returns, ReturnLabels labels, OrderTokens tokens, InstantSource clock) {
        this.shipments = shipments;
        this.returns = returns;
        this.labels = labels;
        this.tokens = tokens;
        this.clock = clock;
    }

    Future<ReturnReply> open(Request<OpenReturn> request) {
        var wish = request.body();
        return shipments
                .find(wish.order())
                .map(found -> found.filter(shipment -> mayOpen(request.caller(), shipment, wish.orderToken()))
                        .orElseThrow(() -> new ProblemException(Problem.notFound())))
                .compose(done -> labels.next())
                .compose(label -> claim(request, label))
                .compose(this::opened);
    }

    private boolean mayOpen(Caller caller, Shipment shipment, @Nullable String token) {
        return owns(caller, ShippingContract.OPEN_RETURN, shipment.recipient().customer(), shipment.order(), token);
    }

    private boolean owns(
            Caller caller,
            Operation<?, ?> operation,
            @Nullable UserId customer,
            OrderNumber order,
            @Nullable String token) {
        return caller.hasAny(operation.access().roles())
                || (customer != null && caller.is(customer))
                || tokens.opens(order, token);
    }

    private Future<Claimed> claim(Request<OpenReturn> request, Sscc label) {
        var wish = request.body();
        var now = clock.instant();
        return shipments.decide(wish.order(), shipment -> {
            if (shipment == null) {
                throw new ProblemException(Problem.notFound());
            }
            var claimed = Returnable.claim(shipment, request.operationId(), wish.lines(), wish.reason(), label, now);
            return claimed instanceof Claimed.Granted granted && granted.fresh()
                    ? Decision.<Shipment, Claimed>change(granted.shipment(), claimed)
                            .journaled()
                            .news(
                                    ReturnClaims.TOPIC,
                                    new ReturnClaims.Claimed(
                                            granted.claim(),
                                            shipment.recipient().customer()))
                    : Decision.unchanged(claimed);
        });
    }

    private Future<ReturnReply> opened(Claimed claimed) {
        return switch (claimed) {
            case Claimed.Refused refused -> Future.succeededFuture(new NotReturnable(refused.errors()));
            case Claimed.Granted granted ->
                expect(new ReturnClaims.Claimed(
                                granted.claim(), granted.shipment().recipient().customer()))
                        .map(Opened::new);
        };
    }

    /** The return of a claim: as it is now, or made now. */
    private Future<Return> expect(ReturnClaims.Claimed claimed) {
        var claim = claimed.claim();
        return returns.decide(claim.number(), known -> {
            if (known != null) {
                return Decision.unchanged(known.shown());
            }
            var expected = ReturnCase.expected(claim, claimed.customer());
            return Decision.<ReturnCase, Return>change(expected, expected.shown())
                    .journaled()
                    .news(ShippingContract.RETURNS, opening(expected));
        });
    }

    private static ReturnNews opening(ReturnCase expected) {
        return new ReturnNews.ReturnOpened(expected.number(), expected.order(), expected.lines(), expected.openedAt());
    }

    Future<Return> show(Request<ReturnQuery> request) {
        var query = request.body();
        return returns.find(query.number())
                .map(found -> found.filter(known -> owns(
                                request.caller(),
                                ShippingContract.RETURN,
                                known.customer(),
                                known.order(),
                                query.orderToken()))
                        .orElseThrow(() -> new ProblemException(Problem.notFound()))
                        .shown());
    }

    Future<ReturnReply> receive(Request<ReceiveReturn> request) {
        var receipt = request.body();
        var now = clock.instant();
        return returns.decide(receipt.number(), known -> {
            if (known == null) {
                throw new ProblemException(Problem.notFound());
            }
            return switch (known.receive(receipt.depot(), receipt.lines())) {
                case Receipt.Refused refused -> Decision.unchanged(new NotReturnable(refused.errors()));
                case Receipt.Accepted accepted ->
                    accepted.fresh()
                            ? inspected(accepted.received(), receipt, now)
                            : Decision.unchanged(
                                    new Received(accepted.received().shown()));
            };
        });
    }

    private static Decision<ReturnCase, ReturnReply> inspected(
            ReturnCase received, ReceiveReturn receipt, Instant now) {
        return Decision.<ReturnCase, ReturnReply>change(received, new Received(received.shown()))
                .journaled()
                .news(
                        ShippingContract.RETURNS,
                        new ReturnNews.ReturnInspected(
                                received.number(), received.order(), receipt.depot(), received.inspected(), now))
                .news(
                        ReturnClaims.TOPIC,
                        new ReturnClaims.Settled(received.order(), received.number(), received.inspected()));
    }

    /** Brings the two sides of a return together. */
    Future<?> follow(List<Event<ReturnClaims>> events) {
        Future<?> done = Future.succeededFuture();
        for (var event : events) {
            done = done.compose(before -> follow(event.data()));
        }
        return done;
    }

    private Future<?> follow(ReturnClaims news) {
        return switch (news) {
            case ReturnClaims.Claimed claimed -> expect(claimed);
            case ReturnClaims.Settled settled ->
                shipments.decide(
                        settled.order(),
                        shipment -> shipment == null
                                ? Decision.unchanged(settled.number())
                                : Decision.change(
                                        Returnable.settle(shipment, settled.number(), settled.lines()),
                                        settled.number()));
        };
    }
}
