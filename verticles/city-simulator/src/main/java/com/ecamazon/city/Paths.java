package com.ecamazon.city;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Ids in paths. */
final class Paths {
    private Paths() {}

    static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
