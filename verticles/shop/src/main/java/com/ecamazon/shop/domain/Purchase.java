package com.ecamazon.shop.domain;

import com.ecamazon.contract.Address;
import com.ecamazon.contract.Caller;
import com.ecamazon.contract.CartId;
import com.ecamazon.contract.Email;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Position;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.payment.Payments.PaidLine;
import com.ecamazon.contract.shop.Carts.Promise;
import com.ecamazon.contract.shop.Carts.Totals;
import com.ecamazon.contract.shop.Orders.OrderLine;
import com.ecamazon.contract.shop.Orders.PlaceOrder;
import com.ecamazon.contract.shop.Recipient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was ordered, by whom and at what price. It never changes. */
public record Purchase(
        OrderNumber number,
        CartId cart,
        @Nullable UserId customer,
        Email email,
        Address address,
        Position position,
        Delivery delivery,
        Promise promise,
        List<OrderLine> lines,
        List<String> codes,
        Totals totals,
        Instant placedAt) {
    public Purchase {
        lines = List.copyOf(lines);
        codes = List.copyOf(codes);
    }

    /** What the cart holds, for the prices that it shows. */
    public static Purchase of(
            OrderNumber number, PlaceOrder request, Delivery delivery, Cart cart, Caller caller, Instant now) {
        return new Purchase(
                number,
                request.cart(),
                caller.signedIn() ? new UserId(caller.subject()) : null,
                request.email(),
                request.address(),
                Geocoder.locate(request.address()),
                delivery,
                delivery.promise(now),
                cart.lines().stream().map(Line::ordered).toList(),
                cart.codes().stream().map(code -> code.code()).toList(),
                Pricing.totals(cart.lines(), cart.codes(), Optional.of(delivery), now),
                now);
    }

    /** The SKUs, in order. */
    public Set<Sku> skus() {
        return lines.stream().map(OrderLine::sku).collect(Collectors.toCollection(Purchase::sorted));
    }

    static TreeSet<Sku> sorted() {
        return new TreeSet<>((a, b) -> a.value().compareTo(b.value()));
    }

    public int quantity(Sku sku) {
        return lines.stream()
                .filter(line -> line.sku().equals(sku))
                .mapToInt(OrderLine::quantity)
                .sum();
    }

    public int units() {
        return lines.stream().mapToInt(OrderLine::quantity).sum();
    }

    /** Where the SKU's line is, as a JSON Pointer. */
    String pointer(Sku sku) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).sku().equals(sku)) {
                return "/lines/" + i;
            }
        }
        return "/lines";
    }

    public List<PaidLine> paidLines() {
        return lines.stream()
                .map(line -> new PaidLine(line.sku(), line.quantity(), line.total()))
                .toList();
    }

    public Recipient recipient() {
        return new Recipient(customer, email, address, position, promise.from(), promise.until());
    }

    /** Whether the cart still holds what was ordered, for the same prices. */
    boolean describes(Cart other) {
        return lines.equals(other.lines().stream().map(Line::ordered).toList())
                && codes.equals(other.codes().stream().map(code -> code.code()).toList());
    }
}
