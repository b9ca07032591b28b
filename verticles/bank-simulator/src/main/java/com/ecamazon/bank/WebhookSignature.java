package com.ecamazon.bank;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.Mac;

/** Signs callbacks as Standard Webhooks does: HMAC-SHA256 over {@code id.timestamp.body}, symmetric key, version 1. */
public final class WebhookSignature {

    private static final String ENCODED = "whsec_";

    private final Mac mac;

    public WebhookSignature(String secret) {
        mac = CardKey.sha256(
                secret.startsWith(ENCODED)
                        ? Base64.getDecoder().decode(secret.substring(ENCODED.length()))
                        : secret.getBytes(StandardCharsets.UTF_8));
    }

    /** The value of the header {@code webhook-signature}. */
    public String of(String id, long timestampSeconds, byte[] body) {
        mac.update((id + "." + timestampSeconds + ".").getBytes(StandardCharsets.UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    }
}
