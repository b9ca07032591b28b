package com.ecamazon.shop.domain;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The shades that a picture is drawn with, as {@code #rrggbb}. */
record Palette(String main, String dark, String light, String pale, String background, String disc) {
    private static final List<Integer> ACCENTS =
            List.of(0x2f6f8f, 0xc8553d, 0x588157, 0x6d597a, 0xd98e04, 0x3d5a80, 0xa44a3f, 0x2a9d8f, 0xb56576, 0x5f6caf);

    private static final Map<String, Integer> NAMED = Map.ofEntries(
            Map.entry("black", 0x32363d),
            Map.entry("white", 0xdcdad3),
            Map.entry("grey", 0x8a9099),
            Map.entry("navy", 0x2b3a67),
            Map.entry("blue", 0x3a7ca5),
            Map.entry("sky", 0x7fb7d6),
            Map.entry("green", 0x588157),
            Map.entry("sage", 0x9caf88),
            Map.entry("olive", 0x7a7b4b),
            Map.entry("red", 0xc0392b),
            Map.entry("rust", 0xb5532d),
            Map.entry("terracotta", 0xcf6f4f),
            Map.entry("yellow", 0xe0a81c),
            Map.entry("mustard", 0xcf9d2b),
            Map.entry("sand", 0xc9b18c),
            Map.entry("cream", 0xd9c9a8),
            Map.entry("pink", 0xd98aa0),
            Map.entry("plum", 0x7b4b73),
            Map.entry("silver", 0xa9b1ba),
            Map.entry("copper", 0xb87333),
            Map.entry("oak", 0xb98b55),
            Map.entry("walnut", 0x6f4e37),
            Map.entry("natural", 0xbfa27a));

    /** Shades of the first colour that is named in English; of one that belongs to the key where none is. */
    static Palette of(Collection<String> names, String key) {
        int main = names.stream()
                .map(name -> NAMED.get(name.toLowerCase(Locale.ROOT)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(ACCENTS.get(Math.floorMod(key.hashCode(), ACCENTS.size())));
        return new Palette(
                hex(main),
                hex(mix(main, 0x14161a, 35)),
                hex(mix(main, 0xffffff, 45)),
                hex(mix(main, 0xffffff, 88)),
                hex(mix(main, 0xfbfaf7, 90)),
                hex(mix(main, 0xffffff, 74)));
    }

    private static int mix(int colour, int with, int percent) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int one = colour >> shift & 0xff;
            int other = with >> shift & 0xff;
            mixed |= (one + (other - one) * percent / 100) << shift;
        }
        return mixed;
    }

    private static String hex(int colour) {
        return String.format("#%06x", colour);
    }
}
