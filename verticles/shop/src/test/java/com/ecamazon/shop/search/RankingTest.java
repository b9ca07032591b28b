package com.ecamazon.shop.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.shop.Catalogue.Sort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walking page by page. */
class RankingTest {
    private final Shop shop = new Shop();

    RankingTest() {
        for (int i = 0; i < 60; i++) {
            shop.put("p" + i, "Lamp number " + i % 7, null, null, i % 5 * 100L);
        }
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void after_walkWithoutWords_eachOnceInOrder(Sort sort) {
        assertThat(walk(Shop.sorted(sort), false)).isEqualTo(Shop.ids(shop.find(Shop.sorted(sort))));
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void after_productsComeBetweenPages_nothingTwiceAndNothingLost(Sort sort) {
        var before = new HashSet<>(Shop.ids(shop.find(Shop.sorted(sort))));

        var walked = walk(Shop.sorted(sort), true);

        assertThat(walked).doesNotHaveDuplicates().containsAll(before);
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void after_wordsAndProductsComeBetweenPages_nothingTwiceAndNothingLost(Sort sort) {
        var filter = new SearchFilter("lamp", null, List.of(), 0, Long.MAX_VALUE, sort);
        var before = new HashSet<>(Shop.ids(shop.find(filter)));

        var walked = walk(filter, true);

        assertThat(before).hasSize(60);
        assertThat(walked).doesNotHaveDuplicates().containsAll(before);
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void after_productOfTheMarkIsGone_goesOnWhereItWas(Sort sort) {
        var all = shop.find(Shop.sorted(sort));
        var ids = Shop.ids(all);
        var mark = all.mark(20);

        shop.delete(ids.get(20));
        var now = shop.find(Shop.sorted(sort));

        assertThat(Shop.ids(now).get(now.after(mark))).isEqualTo(ids.get(21));
    }

    private List<String> walk(SearchFilter filter, boolean inserting) {
        var walked = new ArrayList<String>();
        var page = shop.find(filter);
        int from = 0;
        while (from < page.total()) {
            assertThat(walked).as("a walk that ends").hasSizeLessThan(200);
            int to = Math.min(page.total(), from + 7);
            for (int place = from; place < to; place++) {
                walked.add(page.product(place).id().value());
            }
            var mark = page.mark(to - 1);
            if (inserting && walked.size() < 60) {
                shop.put("new" + walked.size(), "A lamp that came later", null, null, walked.size());
            }
            page = shop.find(filter);
            from = page.after(mark);
        }
        return walked;
    }
}
