package com.ecamazon.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** Checks signatures as Standard Webhooks does: HMAC-SHA256 over {@code id.timestamp.body}, symmetric key, version 1. */
final class WebhookSignature {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Mac mac;

    /** To be used by one event loop only. */
    WebhookSignature(SecretKey key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    /** True when one of the signatures is right and the time is within five minutes of now. */
    boolean verifies(String id, String timestamp, String signatures, String body, Instant now) {
        if (!isNear(timestamp, now)) {
            return false;
        }
        var expected = ("v1," + Base64.getEncoder().encodeToString(hmac(id + "." + timestamp + "." + body)))
                .getBytes(StandardCharsets.UTF_8);
        return Arrays.stream(signatures.split(" ", -1))
                .anyMatch(one -> MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), expected));
    }

    private static boolean isNear(String timestamp, Instant now) {
        try {
            var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException _) {
            return false;
        }
    }

    private byte[] hmac(String text) {
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
