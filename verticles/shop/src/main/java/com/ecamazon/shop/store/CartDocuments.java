package com.ecamazon.shop.store;

import com.ecamazon.contract.CartId;
import com.ecamazon.platform.Chance;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.Write;
import com.ecamazon.shop.domain.Cart;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The carts, by an id that nobody can guess. */
public final class CartDocuments {
    private final Documents<Cart> documents;
    private final Chance chance;

    public CartDocuments(Database database, Chance chance) {
        this.chance = chance;
        documents = database.documents("carts", Cart.class);
    }

    /** A new cart. */
    public Future<CartId> insert(Cart cart) {
        return documents.insert(chance.secret(), cart, Write.PLAIN).map(saved -> new CartId(saved.id()));
    }

    /** The cart as it is now, from memory where that is fresh. */
    public Future<Optional<Cart>> read(CartId id) {
        return documents.decide(id.value(), cart -> Decision.unchanged(Optional.ofNullable(cart)));
    }

    public <R> Future<R> decide(CartId id, Function<@Nullable Cart, Decision<Cart, R>> decision) {
        return documents.decide(id.value(), decision);
    }
}
