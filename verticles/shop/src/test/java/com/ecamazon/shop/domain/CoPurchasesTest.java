package com.ecamazon.shop.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.ProductId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CoPurchasesTest {
    private static final ProductId TEA = new ProductId("tea");
    private static final ProductId POT = new ProductId("pot");
    private static final ProductId BAG = new ProductId("bag");

    private final CoPurchases purchases = new CoPurchases();

    @Test
    void with_popularAndTrueCompanion_companionFirst() {
        learn(TEA, POT);
        learn(TEA, POT);
        learn(TEA, BAG);
        learn(TEA, BAG);
        IntStream.range(0, 50).forEach(i -> learn(BAG));

        assertThat(purchases.with(TEA, 5)).containsExactly(POT, BAG);
        assertThat(purchases.popular(1)).containsExactly(BAG);
    }

    @Test
    void with_sameProductTwiceInABasket_neverItself() {
        learn(TEA, TEA);

        assertThat(purchases.with(TEA, 5)).isEmpty();
    }

    @Test
    void with_aTradersBasket_countsAsPopularOnly() {
        purchases.learn(Stream.concat(Stream.of(TEA), IntStream.range(0, 40).mapToObj(i -> new ProductId("p" + i)))
                .toList());

        assertThat(purchases.with(TEA, 5)).isEmpty();
        assertThat(purchases.popular(100)).hasSize(41);
    }

    private void learn(ProductId... basket) {
        purchases.learn(List.of(basket));
    }
}
