package com.ecamazon.contract;

import org.jspecify.annotations.Nullable;

/**
 * Where a parcel goes.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record Address(
        String name, String street, @Nullable String street2, String postalCode, String city, String country) {
    public Address {
        name = Require.text(name, "address/name", 120);
        street = Require.text(street, "address/street", 120);
        street2 = Require.optionalText(street2, "address/street2", 120);
        postalCode = Require.text(postalCode, "address/postalCode", 12);
        city = Require.text(city, "address/city", 80);
        country = Require.text(country, "address/country", 2);
        Require.that(
                country.length() == 2 && country.chars().allMatch(c -> c >= 'A' && c <= 'Z'),
                "address/country",
                "is an ISO 3166 code of two capitals");
    }
}
