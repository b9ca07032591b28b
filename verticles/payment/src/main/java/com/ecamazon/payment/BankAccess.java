package com.ecamazon.payment;

import com.ecamazon.platform.Settings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Where the bank is and what we share with it; the secrets never show as text. */
record BankAccess(URI url, String apiKey, SecretKey webhookKey) {
    private static final String ENCODED = "whsec_";

    /** From {@code BANK_URL}, {@code BANK_API_KEY} and {@code BANK_WEBHOOK_SECRET}, the secrets possibly in files. */
    static BankAccess from(Settings settings) {
        return new BankAccess(
                URI.create(settings.text("BANK_URL", "http://127.0.0.1:9090")),
                secret(settings, "BANK_API_KEY"),
                key(secret(settings, "BANK_WEBHOOK_SECRET")));
    }

    int port() {
        return url.getPort() > 0 ? url.getPort() : isTls() ? 443 : 80;
    }

    boolean isTls() {
        return "https".equals(url.getScheme());
    }

    private static String secret(Settings settings, String key) {
        return settings.secret(key)
                .orElseThrow(() -> new IllegalArgumentException(key + " or " + key + "_FILE is required"));
    }

    private static SecretKey key(String secret) {
        var bytes = secret.startsWith(ENCODED)
                ? Base64.getDecoder().decode(secret.substring(ENCODED.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    @Override
    public String toString() {
        return "bank at " + url;
    }
}
