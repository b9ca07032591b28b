package com.ecamazon.notification.domain;

import com.ecamazon.contract.notification.Notices.Channel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** The ids of messages. */
public final class MessageIds {
    private static final int BYTES = 18;

    private MessageIds() {}

    /** Always the same for an event, a channel and a recipient, and for no other three. */
    public static String of(String event, Channel channel, String recipient) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((event + "\n" + channel + "\n" + recipient).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
