package com.ecamazon.shop.domain;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.CartId;
import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.LineId;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.shop.Carts;
import com.ecamazon.contract.shop.Carts.CartState;
import com.ecamazon.contract.shop.Promotions.Promotion;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cart.
 *
 * @param owner the account it belongs to; a guest's cart has none and is opened by its unguessable id
 * @param order the order that took it
 * @param refused the last orders that gave it back; a late step of theirs does not take it again
 * @param revision grows by one with each change
 */
public record Cart(
        @Nullable UserId owner,
        CartState state,
        @Nullable OrderNumber order,
        List<OrderNumber> refused,
        List<Line> lines,
        List<Promotion> codes,
        long revision,
        Instant changedAt) {
    /** The most lines in a cart. */
    public static final int MAX_LINES = 50;

    /** The most units of a SKU in a cart. */
    public static final int MAX_QUANTITY = 999;

    private static final int MAX_CODES = 5;
    private static final int MAX_REFUSED = 20;

    public Cart {
        refused = List.copyOf(refused);
        lines = List.copyOf(lines);
        codes = List.copyOf(codes);
    }

    /** An empty cart. */
    public static Cart opened(Caller caller, Instant now) {
        return new Cart(user(caller), CartState.OPEN, null, List.of(), List.of(), List.of(), 1, now);
    }

    private static @Nullable UserId user(Caller caller) {
        return caller.signedIn() ? new UserId(caller.subject()) : null;
    }

    /** Whether the caller may see and change it. */
    public boolean opensTo(Caller caller) {
        return state != CartState.DELETED && (owner == null || caller.is(owner));
    }

    public Optional<Line> line(Sku sku) {
        return lines.stream().filter(line -> line.sku().equals(sku)).findFirst();
    }

    public Optional<Line> line(LineId id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst();
    }

    /** How many units of a SKU are in it. */
    public int quantity(Sku sku) {
        return line(sku).map(Line::quantity).orElse(0);
    }

    /** Where the SKU's line is, or would be, as a JSON Pointer. */
    public String pointer(Sku sku) {
        return "/lines/"
                + IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i).sku().equals(sku))
                        .findFirst()
                        .orElse(lines.size());
    }

    /** With this many units of the offered SKU, held until then; fails with {@link InvalidRequest} when it is too much. */
    public Cart with(Offer offer, int quantity, Instant heldUntil, Caller caller, Instant now) {
        var existing = line(offer.sku());
        if (quantity > MAX_QUANTITY) {
            throw new InvalidRequest("/quantity", "a cart holds at most " + MAX_QUANTITY + " units of a SKU");
        }
        if (existing.isEmpty() && lines.size() >= MAX_LINES) {
            throw new InvalidRequest("/sku", "a cart has at most " + MAX_LINES + " lines");
        }
        if (!lines.isEmpty() && !offer.price().currency().equals(Pricing.currency(lines))) {
            throw new InvalidRequest("/sku", "has a price in another currency than the cart");
        }
        var id = existing.map(Line::id).orElse(new LineId("l" + revision));
        var changed = Line.of(id, offer, quantity, heldUntil);
        var next = existing.isEmpty()
                ? Stream.concat(lines.stream(), Stream.of(changed)).toList()
                : lines.stream()
                        .map(line -> line.id().equals(id) ? changed : line)
                        .toList();
        return changed(next, codes, caller, now);
    }

    /** The same change, after Stock said under which number it holds the SKU. */
    public Cart held(Sku sku, long hold) {
        var next = lines.stream()
                .map(line -> line.sku().equals(sku) ? line.held(hold) : line)
                .toList();
        return new Cart(owner, state, order, refused, next, codes, revision, changedAt);
    }

    /** The numbers of the holds at Stock, by SKU. */
    public Map<Sku, Long> holds() {
        return lines.stream().collect(Collectors.toMap(Line::sku, Line::hold));
    }

    /** Without the SKU's line. */
    public Cart without(Sku sku, Caller caller, Instant now) {
        return changed(lines.stream().filter(line -> !line.sku().equals(sku)).toList(), codes, caller, now);
    }

    /** With a promotion code; the same again changes nothing. */
    public Cart with(Promotion code, Caller caller, Instant now) {
        if (codes.stream().anyMatch(known -> known.code().equals(code.code()))) {
            return this;
        }
        if (codes.size() >= MAX_CODES) {
            throw new InvalidRequest("/code", "a cart has at most " + MAX_CODES + " codes");
        }
        return changed(lines, Stream.concat(codes.stream(), Stream.of(code)).toList(), caller, now);
    }

    /** Without a promotion code. */
    public Cart without(String code, Caller caller, Instant now) {
        var left = codes.stream().filter(known -> !known.code().equals(code)).toList();
        return left.size() == codes.size() ? this : changed(lines, left, caller, now);
    }

    /** Let go of. */
    public Cart deleted(Instant now) {
        return new Cart(owner, CartState.DELETED, null, refused, List.of(), List.of(), revision + 1, now);
    }

    /** Taken by an order; a cart that somebody signed in orders becomes theirs. */
    Cart closed(OrderNumber number, @Nullable UserId customer, Instant now) {
        var next = owner == null ? customer : owner;
        return new Cart(next, CartState.ORDERED, number, refused, lines, codes, revision + 1, now);
    }

    /** Given back by an order that came to nothing, and never that order's again; the same cart on a repeat. */
    public Cart reopened(OrderNumber number, Instant now) {
        if (refused.contains(number)) {
            return this;
        }
        var all = Stream.concat(refused.stream(), Stream.of(number))
                .skip(Math.max(0, refused.size() + 1 - MAX_REFUSED))
                .toList();
        return number.equals(order)
                ? new Cart(owner, CartState.OPEN, null, all, lines, codes, revision + 1, now)
                : new Cart(owner, state, order, all, lines, codes, revision + 1, now);
    }

    /** With other lines and codes; stays open. */
    Cart renewed(List<Line> nextLines, List<Promotion> nextCodes, Instant now) {
        return new Cart(owner, state, order, refused, nextLines, nextCodes, revision + 1, now);
    }

    private Cart changed(List<Line> nextLines, List<Promotion> nextCodes, Caller caller, Instant now) {
        var next = owner == null ? user(caller) : owner;
        return new Cart(next, state, order, refused, nextLines, nextCodes, revision + 1, now);
    }

    /** When the first of the holds ends. */
    public Optional<Instant> heldUntil() {
        return lines.stream().map(Line::heldUntil).min(Comparator.naturalOrder());
    }

    /** The cart as its owner sees it. */
    public Carts.Cart shown(CartId id, Instant now) {
        return new Carts.Cart(
                id,
                revision,
                state,
                lines.stream().map(Line::shown).toList(),
                codes.stream().map(Promotion::code).toList(),
                Pricing.totals(lines, codes, Optional.empty(), now),
                heldUntil().orElse(null));
    }
}
