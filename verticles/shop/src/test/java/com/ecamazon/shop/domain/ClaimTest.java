package com.ecamazon.shop.domain;

import static com.ecamazon.shop.domain.Examples.ANNA;
import static com.ecamazon.shop.domain.Examples.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Email;
import com.ecamazon.contract.shop.Orders.PlaceOrder;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class ClaimTest {
    @Test
    void of_sameCallerAndRequest_isTheSame() {
        assertThat(Claim.of(ANNA, request("k"))).isEqualTo(Claim.of(ANNA, request("k")));
        assertThat(Claim.of(ANNA, request("k")).number().value()).matches("EC[0-9]{14}");
    }

    @Test
    void of_otherCallerOrKey_hasAnotherNumber() {
        var mine = Claim.of(ANNA, request("k")).number();
        assertThat(Claim.of(ANNA, request("k2")).number()).isNotEqualTo(mine);
        assertThat(Claim.of(Caller.GUEST, request("k")).number()).isNotEqualTo(mine);
    }

    @Test
    void of_otherBody_hasTheSameKeyAndAnotherFingerprint() {
        var first = request("k");
        var other = new PlaceOrder(
                "k",
                first.cart(),
                new Email("bob@example.test"),
                first.address(),
                first.deliveryOption(),
                first.payment());
        assertThat(Claim.of(ANNA, other).key()).isEqualTo(Claim.of(ANNA, first).key());
        assertThat(Claim.of(ANNA, other).fingerprint())
                .isNotEqualTo(Claim.of(ANNA, first).fingerprint());
    }

    @Test
    void number_manyKeys_areAllDifferent() {
        var numbers = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            numbers.add(Claim.of(Caller.GUEST, request("k" + i)).number());
        }
        assertThat(numbers).hasSize(50_000);
    }
}
