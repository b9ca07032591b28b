package com.ecamazon.auditor;

import com.ecamazon.auditor.domain.EntryRules;
import com.ecamazon.auditor.domain.Findings;
import com.ecamazon.auditor.domain.OrderFile;
import com.ecamazon.contract.auditor.EventFacts.MessagePage;
import com.ecamazon.contract.auditor.MoneyFacts;
import com.ecamazon.contract.auditor.MoneyFacts.HoldPage;
import com.ecamazon.contract.auditor.OrderFacts.OrderFact;
import com.ecamazon.contract.auditor.OrderFacts.OrderPage;
import com.ecamazon.contract.auditor.ParcelFacts.DeliveryPage;
import com.ecamazon.contract.auditor.ParcelFacts.ParcelPage;
import com.ecamazon.contract.auditor.ParcelFacts.ReturnFact;
import com.ecamazon.contract.auditor.ParcelFacts.ReturnPage;
import com.ecamazon.contract.auditor.ParcelFacts.ShipmentPage;
import com.ecamazon.contract.auditor.StockFacts;
import com.ecamazon.contract.auditor.StockFacts.EntryFact;
import com.ecamazon.contract.auditor.StockFacts.PickPage;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.contract.dispatching.DispatchingContract;
import com.ecamazon.contract.notification.NotificationContract;
import com.ecamazon.contract.payment.PaymentContract;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.contract.stock.StockContract;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Joins what all domains know of the same orders: one window of order numbers, asked of each of them. */
final class OrderFiles {
    private static final Set<String> NOT_OF_ORDERS = Set.of("receipt", "adjustment", "return");

    /** What order numbers begin with; messages are about other things too. */
    private static final String NUMBERS = "EC";

    private final FactReader reader;
    private final Window window;
    private final Consumer<EntryFact> entries;
    private final Tally tally;
    private final NavigableMap<String, OrderFile> files = new TreeMap<>();

    /**
     * @param entries hears every entry of the stock ledger in the window, also those of no order
     * @param tally counts what is read
     */
    OrderFiles(FactReader reader, Window window, Consumer<EntryFact> entries, Tally tally) {
        this.reader = reader;
        this.window = window;
        this.entries = entries;
        this.tally = tally;
    }

    /** Reads all but the orders themselves. */
    Future<Collection<OrderFile>> read() {
        return money().compose(done -> units())
                .compose(done -> parcels())
                .compose(done -> messages())
                .compose(done -> returns())
                .map(done -> files.values());
    }

    /** Reads the orders too. */
    Future<Collection<OrderFile>> readAll() {
        return reader.each(ShopContract.ORDER_FACTS, window, OrderPage::items, OrderPage::next, this::add)
                .compose(done -> read());
    }

    void add(OrderFact order) {
        file(order.number()).add(order);
        tally.add("orders");
    }

    OrderFile file(String number) {
        return files.computeIfAbsent(number, OrderFile::new);
    }

    private Future<Void> money() {
        return reader.each(
                        PaymentContract.PAYMENT_FACTS,
                        window,
                        MoneyFacts.PaymentPage::items,
                        MoneyFacts.PaymentPage::next,
                        payment -> {
                            file(payment.order()).add(payment);
                            tally.add("payments");
                        })
                .compose(done -> reader.each(
                        PaymentContract.LEDGER_FACTS,
                        window,
                        MoneyFacts.LedgerPage::items,
                        MoneyFacts.LedgerPage::next,
                        fact -> {
                            file(numberIn(fact.document(), fact.transaction().order()))
                                    .add(fact);
                            tally.add("ledger transactions");
                        }))
                .compose(done ->
                        reader.each(PaymentContract.HOLD_FACTS, window, HoldPage::items, HoldPage::next, hold -> {
                            file(hold.order()).add(hold);
                            tally.add("authorisations at the bank");
                        }));
    }

    /** The order that a key begins with: a document under another order's key is that order's to explain. */
    private static String numberIn(String key, String otherwise) {
        return key.startsWith(otherwise) ? otherwise : key.substring(0, Math.min(key.length(), otherwise.length()));
    }

    private Future<Void> units() {
        return reader.each(
                        StockContract.LEDGER_FACTS,
                        window,
                        StockFacts.LedgerPage::items,
                        StockFacts.LedgerPage::next,
                        fact -> {
                            entries.accept(fact);
                            tally.add("stock movements");
                            if (!NOT_OF_ORDERS.contains(first(fact.document()))) {
                                file(first(fact.document())).add(fact);
                            }
                        })
                .compose(
                        done -> reader.each(StockContract.PICK_FACTS, window, PickPage::items, PickPage::next, pick -> {
                            file(pick.order()).add(pick);
                            tally.add("pick lists");
                        }));
    }

    static String first(String key) {
        int end = key.indexOf('/');
        return end < 0 ? key : key.substring(0, end);
    }

    private Future<Void> parcels() {
        return reader.each(ShippingContract.PARCEL_FACTS, window, ParcelPage::items, ParcelPage::next, parcel -> {
                    file(parcel.order()).add(parcel);
                    tally.add("parcels");
                })
                .compose(done -> reader.each(
                        ShippingContract.SHIPMENT_FACTS,
                        window,
                        ShipmentPage::items,
                        ShipmentPage::next,
                        shipment -> file(shipment.order()).add(shipment)))
                .compose(done -> reader.each(
                        DispatchingContract.DELIVERY_FACTS,
                        window,
                        DeliveryPage::items,
                        DeliveryPage::next,
                        delivery -> file(delivery.order()).add(delivery)))
                .compose(done -> reader.each(
                        ShippingContract.RETURN_FACTS, window, ReturnPage::items, ReturnPage::next, back -> {
                            file(back.order()).add(back);
                            tally.add("returns");
                        }));
    }

    private Future<Void> messages() {
        var from = window.from() == null ? NUMBERS : window.from();
        var to = window.to() == null ? Window.of(NUMBERS).to() : window.to();
        return reader.each(
                NotificationContract.MESSAGE_FACTS,
                new Window(from, to, null, window.limit()),
                MessagePage::items,
                MessagePage::next,
                message -> {
                    file(message.subject()).add(message);
                    tally.add("messages");
                });
    }

    /** The units of each return, which have ids of their own. */
    private Future<Void> returns() {
        Future<Void> all = Future.succeededFuture();
        for (var file : List.copyOf(files.values())) {
            for (ReturnFact back : file.returns()) {
                all = all.compose(done -> reader.each(
                        StockContract.LEDGER_FACTS,
                        Window.of("return/" + back.number() + "/"),
                        StockFacts.LedgerPage::items,
                        StockFacts.LedgerPage::next,
                        file::addReturned));
            }
        }
        return all;
    }

    /** What is wrong with an entry that no order explains. */
    static void checkUnowned(EntryFact fact, Findings found) {
        var owner = first(fact.document());
        if (NOT_OF_ORDERS.contains(owner) && !owner.equals("return")) {
            EntryRules.check(fact, found);
        }
    }
}
