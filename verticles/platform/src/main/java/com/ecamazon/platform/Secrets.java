package com.ecamazon.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys for signing, each derived for one purpose from the cluster's secret (HKDF-Expand of RFC 5869 with one block).
 */
public final class Secrets {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec root;
    private final Map<String, SecretKeySpec> keys = new ConcurrentHashMap<>();

    /** The secret that all pods of the cluster share, at least 16 characters. */
    public Secrets(String clusterSecret) {
        if (clusterSecret.length() < 16) {
            throw new IllegalArgumentException("ECAMAZON_SECRET must have at least 16 characters");
        }
        root = new SecretKeySpec(clusterSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** HMAC-SHA256 of the text under the purpose's key, as base64url without padding. */
    public String sign(String purpose, String text) {
        var mac = mac(keys.computeIfAbsent(purpose, this::derive), text.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    /** Whether the signature is the text's; takes the same time for all wrong ones. */
    public boolean verify(String purpose, String text, String signature) {
        return MessageDigest.isEqual(
                sign(purpose, text).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    /** The 32 bytes of the purpose's key. */
    public byte[] key(String purpose) {
        return keys.computeIfAbsent(purpose, this::derive).getEncoded();
    }

    private SecretKeySpec derive(String purpose) {
        return new SecretKeySpec(mac(root, (purpose + "\u0001").getBytes(StandardCharsets.UTF_8)), ALGORITHM);
    }

    private static byte[] mac(SecretKeySpec key, byte[] text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has HMAC-SHA256", e);
        }
    }
}
