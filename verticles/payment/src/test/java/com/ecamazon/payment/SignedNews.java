package com.ecamazon.payment;

import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.payment.Payments.BankCallback;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** News of the bank, made by hand. */
final class SignedNews {
    private SignedNews() {}

    /** That a hold was approved, signed by the bank just now. */
    static BankCallback approved(String id, OrderNumber order, long amount) {
        return signed(id, approval(order, amount), Instant.now(), TestBank.WEBHOOK_SECRET);
    }

    static String approval(OrderNumber order, long amount) {
        return """
                {"id":"evt","type":"authorization.approved","reference":"%s","operationReference":null,
                "state":"approved","amount":{"amount":%d,"currency":"EUR"},"at":"2026-11-22T10:00:00Z"}""".formatted(order, amount);
    }

    static BankCallback signed(String id, String body, Instant at, String secret) {
        var timestamp = Long.toString(at.getEpochSecond());
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var hmac = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return new BankCallback(id, timestamp, "v1," + Base64.getEncoder().encodeToString(hmac), body);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
