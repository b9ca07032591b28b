package com.ecamazon.shop.domain;

import com.ecamazon.contract.Problem.Fault;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shop.Carts.CartState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The first step of an order: the cart closes, so that no second order takes it. Safe to repeat for the same order.
 *
 * @param cart the cart afterwards; the same as before when nothing is to be saved
 * @param refusal why it stays open
 */
public record CartClosing(Cart cart, Optional<Refusal> refusal) {
    /** Decides for the cart as it is now and the catalogue's offers of now. */
    public static CartClosing of(Cart cart, Purchase purchase, Function<Sku, Optional<Offer>> offers, Instant now) {
        if (purchase.number().equals(cart.order())) {
            return new CartClosing(cart, Optional.empty());
        }
        if (cart.state() == CartState.ORDERED || cart.refused().contains(purchase.number())) {
            return refused(cart, new Refusal.CartOrdered());
        }
        if (cart.state() == CartState.DELETED || cart.lines().isEmpty()) {
            return refused(cart, new Refusal.CartEmpty());
        }
        var gone = gone(cart, offers);
        if (!gone.isEmpty()) {
            return refused(cart, new Refusal.OutOfStock(gone));
        }
        var renewed = renewed(cart, offers, now);
        var total = Pricing.totals(renewed.lines(), renewed.codes(), Optional.of(purchase.delivery()), now);
        var changes = changes(cart, purchase, renewed);
        return changes.isEmpty()
                ? new CartClosing(cart.closed(purchase.number(), purchase.customer(), now), Optional.empty())
                : refused(
                        renewed,
                        new Refusal.PriceChanged(changes, purchase.totals().grand(), total.grand()));
    }

    private static CartClosing refused(Cart cart, Refusal refusal) {
        return new CartClosing(cart, Optional.of(refusal));
    }

    /** Lines whose SKU is no longer sold. */
    private static List<Fault> gone(Cart cart, Function<Sku, Optional<Offer>> offers) {
        return cart.lines().stream()
                .filter(line -> offers.apply(line.sku()).isEmpty())
                .map(line -> new Fault(cart.pointer(line.sku()), "is no longer sold", line.sku(), 0))
                .toList();
    }

    /** The cart at the prices of now, without codes that have ended; the same cart when nothing differs. */
    private static Cart renewed(Cart cart, Function<Sku, Optional<Offer>> offers, Instant now) {
        var lines = cart.lines().stream()
                .map(line -> line.at(offers.apply(line.sku()).map(Offer::price).orElse(line.unitPrice())))
                .toList();
        var codes =
                cart.codes().stream().filter(code -> Pricing.works(code, now)).toList();
        return lines.equals(cart.lines()) && codes.equals(cart.codes()) ? cart : cart.renewed(lines, codes, now);
    }

    private static List<Fault> changes(Cart cart, Purchase purchase, Cart renewed) {
        var faults = new ArrayList<Fault>();
        for (var line : cart.lines()) {
            var price = renewed.line(line.id()).map(Line::unitPrice).orElse(line.unitPrice());
            if (!price.equals(line.unitPrice())) {
                faults.add(new Fault(cart.pointer(line.sku()), "has another price now", line.sku(), null));
            }
        }
        for (int i = 0; i < cart.codes().size(); i++) {
            if (!renewed.codes().contains(cart.codes().get(i))) {
                faults.add(new Fault("/codes/" + i, "does not work any more", null, null));
            }
        }
        if (faults.isEmpty() && !purchase.describes(cart)) {
            faults.add(new Fault("/lines", "were changed meanwhile", null, null));
        }
        return faults;
    }
}
