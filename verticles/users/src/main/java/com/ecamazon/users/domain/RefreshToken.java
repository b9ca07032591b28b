package com.ecamazon.users.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * A refresh token: its family and a secret that is stored nowhere.
 *
 * @param family the session's id
 */
public record RefreshToken(String family, String secret) {
    /** Reads what a client sent; empty when it has not the form. */
    public static Optional<RefreshToken> parse(String text) {
        int dot = text.indexOf('.');
        return dot <= 0 || dot == text.length() - 1
                ? Optional.empty()
                : Optional.of(new RefreshToken(text.substring(0, dot), text.substring(dot + 1)));
    }

    /** As a client keeps it. */
    public String text() {
        return family + "." + secret;
    }

    /** The SHA-256 of the secret, base64url; it needs no salt, as the secret is 128 random bits. */
    public String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** Whether this is its fingerprint. */
    public boolean has(String fingerprint) {
        return MessageDigest.isEqual(
                fingerprint().getBytes(StandardCharsets.UTF_8), fingerprint.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "RefreshToken";
    }
}
