package com.ecamazon.shop.domain;

import com.ecamazon.contract.Address;
import com.ecamazon.contract.Caller;
import com.ecamazon.contract.CartId;
import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.Email;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.PaymentToken;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.shop.Orders.PaymentChoice;
import com.ecamazon.contract.shop.Orders.PlaceOrder;
import com.ecamazon.contract.shop.Promotions.Promotion;
import com.ecamazon.contract.shop.Promotions.PromotionKind;
import com.ecamazon.contract.stock.Holds.AllocateReply;
import com.ecamazon.contract.stock.Holds.Share;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Carts and orders to try decisions on. */
final class Examples {
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final Caller ANNA = Caller.user(new UserId("anna"), Set.of(Role.CUSTOMER));
    static final Sku LAMP = new Sku("LAMP");
    static final Sku DESK = new Sku("DESK");
    static final Function<Sku, Optional<Offer>> CATALOGUE =
            sku -> Optional.of(sku.equals(LAMP) ? offer(LAMP, 999) : offer(DESK, 12_345));

    private Examples() {}

    static Offer offer(Sku sku, long cents) {
        return new Offer(sku, new ProductId("p-" + sku), sku.value(), "/images/" + sku, Money.eur(cents));
    }

    /** A guest's cart with 3 lamps and a desk. */
    static Cart cart() {
        return Cart.opened(Caller.GUEST, NOW)
                .with(offer(LAMP, 999), 3, NOW.plusSeconds(600), Caller.GUEST, NOW)
                .with(offer(DESK, 12_345), 1, NOW.plusSeconds(600), Caller.GUEST, NOW);
    }

    static Promotion percent(int percent) {
        return new Promotion("P" + percent, PromotionKind.PERCENTAGE, percent, null, null, null);
    }

    static PlaceOrder request(String key) {
        return new PlaceOrder(
                key,
                new CartId("cart"),
                new Email("anna@example.test"),
                new Address("Anna", "Kade 1", null, "1011 AB", "Amsterdam", "NL"),
                "standard",
                new PaymentChoice(new PaymentToken("tok")));
    }

    static Purchase purchase(Cart cart) {
        var claim = Claim.of(Caller.GUEST, request("key"));
        return Purchase.of(claim.number(), request("key"), Delivery.STANDARD, cart, Caller.GUEST, NOW);
    }

    static Order placed() {
        return Order.placed(purchase(cart()), Claim.of(Caller.GUEST, request("key")), new PaymentToken("tok"));
    }

    static AllocateReply allocated(Sku sku, int quantity) {
        return new AllocateReply.Allocated(sku, List.of(new Share(new DepotId("north"), quantity)));
    }
}
