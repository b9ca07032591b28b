package com.ecamazon.platform;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** New ids. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PROCESS = random();
    private static final AtomicLong COUNT = new AtomicLong();

    private Ids() {}

    /** A UUID version 7 (RFC 9562): later ids sort later. */
    public static String timeOrdered() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        long millis = System.currentTimeMillis();
        for (int i = 0; i < 6; i++) {
            bytes[i] = (byte) (millis >>> (40 - 8 * i));
        }
        bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x70);
        bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
        var hex = HexFormat.of().formatHex(bytes);
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-"
                + hex.substring(16, 20) + "-" + hex.substring(20);
    }

    /** 128 bits that nobody can guess, as 22 characters of base64url. */
    public static String random() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Unlike any other, of this process or another, but easy to guess: it names an intent and guards nothing. */
    public static String operation() {
        return PROCESS + Long.toString(COUNT.incrementAndGet(), Character.MAX_RADIX);
    }
}
