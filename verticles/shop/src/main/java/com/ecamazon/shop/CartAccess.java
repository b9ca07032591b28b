package com.ecamazon.shop;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.Problem.Fault;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.shop.Carts.CartReply;
import com.ecamazon.shop.domain.Cart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who gets into a cart. */
final class CartAccess {
    private CartAccess() {}

    /** The cart, when it is there and the caller's; fails with 404 otherwise. */
    static Cart opened(@Nullable Cart cart, Caller caller) {
        if (cart == null || !cart.opensTo(caller)) {
            throw new ProblemException(Problem.notFound());
        }
        return cart;
    }

    static CartReply ordered() {
        return new CartReply.CartOrdered(List.of(new Fault("/cart", "is ordered", null, null)));
    }
}
