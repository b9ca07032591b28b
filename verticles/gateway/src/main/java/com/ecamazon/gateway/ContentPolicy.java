package com.ecamazon.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/** The Content-Security-Policy of all pages: own scripts only, and the one import map, known by its hash. */
final class ContentPolicy {
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private ContentPolicy() {}

    /** The policy for pages that carry the same import map as this one. */
    static String of(String page) {
        return "default-src 'none'; script-src 'self'" + importMapHash(page)
                + "; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' ws: wss:; "
                + "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    private static String importMapHash(String page) {
        try (var in = ContentPolicy.class.getClassLoader().getResourceAsStream(page)) {
            if (in == null) {
                return "";
            }
            var map = IMPORT_MAP.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!map.find()) {
                return "";
            }
            var hash = MessageDigest.getInstance("SHA-256").digest(map.group(1).getBytes(StandardCharsets.UTF_8));
            return " 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("cannot read " + page, e);
        }
    }
}
