package com.ecamazon.shop.domain;

import com.ecamazon.contract.Address;
import com.ecamazon.contract.Position;
import java.util.Locale;

/**
 * Where a door is in the demo city. No geocoding data ships, so this is a demo geocoder: a pure function that spreads postal
 * codes over the city's bounding box and puts the streets of one postal code within some 300 metres of each other. The same
 * address is always at the same place.
 */
public final class Geocoder {
    private static final double SOUTH = 52.335;
    private static final double NORTH = 52.405;
    private static final double WEST = 4.830;
    private static final double EAST = 4.960;

    /** The part of the box around a postal code's centre in which its streets lie. */
    private static final double SPREAD = 0.04;

    private Geocoder() {}

    /** The position of the door. */
    public static Position locate(Address address) {
        long area = hash(address.country() + ' ' + address.postalCode());
        long door = hash(address.street());
        return new Position(
                SOUTH + (NORTH - SOUTH) * part(fraction(area), fraction(door)),
                WEST + (EAST - WEST) * part(fraction(area >>> 16), fraction(door >>> 16)));
    }

    private static double part(double centre, double offset) {
        return centre * (1 - SPREAD) + offset * SPREAD;
    }

    private static double fraction(long hash) {
        return (hash & 0xffff) / 65_536.0;
    }

    /** FNV-1a of the letters and digits, mixed once more so that neighbouring codes do not lie on a line. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                hash = (hash ^ c) * 0x100000001b3L;
            }
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}
