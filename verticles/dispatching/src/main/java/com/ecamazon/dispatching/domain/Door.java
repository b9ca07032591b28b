package com.ecamazon.dispatching.domain;

import com.ecamazon.contract.Position;
import com.ecamazon.contract.shop.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * Where a driver rings.
 *
 * @param name on the door; gone once the parcel is done with
 * @param street gone with the name
 */
public record Door(@Nullable String name, @Nullable String street, String city, Position position) {
    static Door of(Recipient recipient) {
        var address = recipient.address();
        var second = address.street2();
        var street = second == null ? address.street() : address.street() + ", " + second;
        return new Door(address.name(), street, address.city(), recipient.position());
    }

    Door anonymous() {
        return new Door(null, null, city, position);
    }
}
