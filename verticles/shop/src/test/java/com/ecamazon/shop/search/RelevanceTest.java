package com.ecamazon.shop.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ecamazon.contract.shop.Catalogue.ProductEntry;
import com.ecamazon.shop.feed.RealProducts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How good the order of results is, by what people judged of real products. */
class RelevanceTest {
    private static final int DEPTH = 10;

    @Test
    void find_judgedQueries_orderIsGood() throws IOException {
        var file = RealProducts.file();
        assumeTrue(file.isPresent(), RealProducts.ABSENT);
        var judgements = judgements(file.orElseThrow().resolveSibling("qrels.tsv"));

        try (var shop = new Shop().put(RealProducts.read(file.orElseThrow()).toArray(ProductEntry[]::new))) {
            double sum = 0;
            for (var query : judgements.entrySet()) {
                var found = new ArrayList<Integer>();
                for (var id : shop.ids(query.getKey())) {
                    var judged = query.getValue().get(id);
                    if (judged != null) {
                        found.add(judged);
                    }
                }
                sum += gain(found)
                        / gain(query.getValue().values().stream()
                                .sorted(Comparator.reverseOrder())
                                .toList());
            }
            assertThat(sum / judgements.size()).as("mean NDCG'@10").isGreaterThan(0.77);
        }
    }

    /** Of queries for which anything is relevant. */
    private static Map<String, Map<String, Integer>> judgements(Path file) throws IOException {
        var judgements = new HashMap<String, Map<String, Integer>>();
        for (var line :
                Files.readAllLines(file).subList(1, Files.readAllLines(file).size())) {
            var parts = line.split("\t", 3);
            judgements
                    .computeIfAbsent(parts[0].toLowerCase(Locale.ROOT), query -> new HashMap<>())
                    .put(parts[1], Integer.valueOf(parts[2].strip()));
        }
        judgements.values().removeIf(judged -> judged.values().stream().allMatch(rating -> rating == 0));
        return judgements;
    }

    private static double gain(List<Integer> ratings) {
        double gain = 0;
        for (int i = 0; i < Math.min(DEPTH, ratings.size()); i++) {
            gain += ratings.get(i) / (Math.log(i + 2) / Math.log(2));
        }
        return gain;
    }
}
