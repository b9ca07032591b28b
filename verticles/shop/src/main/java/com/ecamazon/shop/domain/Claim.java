package com.ecamazon.shop.domain;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.shop.Orders.PlaceOrder;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * The claim on an idempotency key. The order's number comes from it, so inserting the order is the claim: whoever comes second
 * with the same key finds the first one's order.
 *
 * @param key the digest (SHA-256) of who asks and the key; tells apart the rare two that share a number
 * @param fingerprint the digest of what is asked
 */
public record Claim(String key, String fingerprint) {
    private static final BigInteger NUMBERS = BigInteger.TEN.pow(14);

    /** A user's keys are the user's own; a guest's belong to the cart. */
    public static Claim of(Caller caller, PlaceOrder request) {
        var scope = caller.signedIn()
                ? "user:" + caller.subject()
                : "guest:" + request.cart().value();
        var address = request.address();
        return new Claim(
                text(digest(List.of(scope, request.idempotencyKey()))),
                text(digest(List.of(
                        request.cart().value(),
                        request.email().value(),
                        address.name(),
                        address.street(),
                        address.street2() == null ? "" : address.street2(),
                        address.postalCode(),
                        address.city(),
                        address.country(),
                        request.deliveryOption(),
                        request.payment().token().value()))));
    }

    /** EC and 14 digits: too many to be guessed, and the order token is needed besides. */
    public OrderNumber number() {
        var hash = new BigInteger(1, Base64.getUrlDecoder().decode(key));
        return new OrderNumber("EC%014d".formatted(hash.mod(NUMBERS)));
    }

    private static String text(byte[] digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /** Each part is preceded by its length, so that no two lists give the same bytes. */
    private static byte[] digest(List<String> parts) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                sha.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                sha.update(bytes);
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
