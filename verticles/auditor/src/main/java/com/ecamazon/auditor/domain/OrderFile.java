package com.ecamazon.auditor.domain;

import com.ecamazon.contract.auditor.EventFacts.MessageFact;
import com.ecamazon.contract.auditor.MoneyFacts.HoldFact;
import com.ecamazon.contract.auditor.MoneyFacts.LedgerFact;
import com.ecamazon.contract.auditor.MoneyFacts.PaymentFact;
import com.ecamazon.contract.auditor.MoneyFacts.StatementFact;
import com.ecamazon.contract.auditor.OrderFacts.OrderFact;
import com.ecamazon.contract.auditor.ParcelFacts.DeliveryFact;
import com.ecamazon.contract.auditor.ParcelFacts.ParcelFact;
import com.ecamazon.contract.auditor.ParcelFacts.ReturnFact;
import com.ecamazon.contract.auditor.ParcelFacts.ShipmentFact;
import com.ecamazon.contract.auditor.StockFacts.EntryFact;
import com.ecamazon.contract.auditor.StockFacts.PickFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that all domains and the bank know of one order number, whether or not there is such an order. */
public final class OrderFile {
    private final String number;
    private @Nullable OrderFact order;
    private @Nullable PaymentFact payment;
    private @Nullable HoldFact hold;
    private @Nullable ShipmentFact shipment;
    private final List<LedgerFact> ledger = new ArrayList<>(2);
    private final List<StatementFact> statement = new ArrayList<>(2);
    private final List<EntryFact> units = new ArrayList<>(6);
    private final List<EntryFact> returnedUnits = new ArrayList<>(0);
    private final List<PickFact> picks = new ArrayList<>(1);
    private final List<ParcelFact> parcels = new ArrayList<>(1);
    private final List<ReturnFact> returns = new ArrayList<>(0);
    private final List<DeliveryFact> deliveries = new ArrayList<>(1);
    private final List<MessageFact> messages = new ArrayList<>(4);

    public OrderFile(String number) {
        this.number = number;
    }

    public void add(OrderFact fact) {
        order = fact;
    }

    public void add(PaymentFact fact) {
        payment = fact;
    }

    public void add(HoldFact fact) {
        hold = fact;
    }

    public void add(ShipmentFact fact) {
        shipment = fact;
    }

    public void add(LedgerFact fact) {
        ledger.add(fact);
    }

    public void add(StatementFact fact) {
        statement.add(fact);
    }

    /** An entry of the stock ledger that the order is the cause of. */
    public void add(EntryFact fact) {
        units.add(fact);
    }

    /** An entry of the stock ledger that a return of the order is the cause of. */
    public void addReturned(EntryFact fact) {
        returnedUnits.add(fact);
    }

    public void add(PickFact fact) {
        picks.add(fact);
    }

    public void add(ParcelFact fact) {
        parcels.add(fact);
    }

    public void add(ReturnFact fact) {
        returns.add(fact);
    }

    public void add(DeliveryFact fact) {
        deliveries.add(fact);
    }

    public void add(MessageFact fact) {
        messages.add(fact);
    }

    public String number() {
        return number;
    }

    /** Its name in a breach. */
    String name() {
        return "order " + number;
    }

    String paymentName() {
        return "payment " + number;
    }

    Optional<OrderFact> order() {
        return Optional.ofNullable(order);
    }

    Optional<PaymentFact> payment() {
        return Optional.ofNullable(payment);
    }

    Optional<HoldFact> hold() {
        return Optional.ofNullable(hold);
    }

    Optional<ShipmentFact> shipment() {
        return Optional.ofNullable(shipment);
    }

    List<LedgerFact> ledger() {
        return ledger;
    }

    List<StatementFact> statement() {
        return statement;
    }

    List<EntryFact> units() {
        return units;
    }

    List<EntryFact> returnedUnits() {
        return returnedUnits;
    }

    List<PickFact> picks() {
        return picks;
    }

    List<ParcelFact> parcels() {
        return parcels;
    }

    public List<ReturnFact> returns() {
        return returns;
    }

    List<DeliveryFact> deliveries() {
        return deliveries;
    }

    List<MessageFact> messages() {
        return messages;
    }

    Optional<ParcelFact> parcel(String sscc) {
        return parcels.stream().filter(parcel -> parcel.sscc().equals(sscc)).findFirst();
    }

    Stream<EntryFact> units(String sku) {
        return units.stream().filter(fact -> fact.entry().sku().equals(sku));
    }

    /** What must hold of one order. */
    public void check(Moment moment, Findings found) {
        MoneyRules.check(this, found);
        LedgerRules.check(this, found);
        UnitRules.check(this, found);
        ParcelRules.check(this, found);
        ReturnRules.check(this, found);
        ProgressRules.check(this, moment, found);
    }
}
