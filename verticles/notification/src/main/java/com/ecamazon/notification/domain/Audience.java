package com.ecamazon.notification.domain;

import com.ecamazon.contract.Email;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is told. */
public sealed interface Audience {
    /**
     * Who ordered: by mail, and in-app with an account.
     *
     * @param customer the account, when there is one
     */
    record Buyer(@Nullable UserId customer, Email email) implements Audience {}

    /** Who ordered, as the confirmation of the order was addressed. */
    record BuyerOf(OrderNumber order) implements Audience {}

    /** Everybody with one of these roles, in-app. */
    record Staff(Set<Role> roles) implements Audience {
        public Staff {
            roles = Set.copyOf(roles);
        }
    }
}
