package com.ecamazon.shop.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.shop.Catalogue.CategoryEntry;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CategoryTreeTest {
    @Test
    void number_childBeforeParent_parentsComeFirst() {
        var tree = tree(entry("lamps", "home"), entry("home", null), entry("desk-lamps", "lamps"), entry("toys", null));

        assertThat(ids(tree)).containsExactly("home", "lamps", "desk-lamps", "toys");
        assertThat(tree.end(tree.number("home"))).isEqualTo(3);
        assertThat(tree.end(tree.number("lamps"))).isEqualTo(3);
        assertThat(tree.parent(tree.number("desk-lamps"))).isEqualTo(tree.number("lamps"));
        assertThat(tree.number("nowhere")).isEqualTo(-1);
    }

    @Test
    void number_unknownParentOrCircle_nothingIsLost() {
        var tree = tree(entry("a", "b"), entry("b", "a"), entry("c", "gone"));

        assertThat(ids(tree)).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void addUp_countsOfLeaves_reachTheTop() {
        var tree = tree(entry("home", null), entry("lamps", "home"), entry("chairs", "home"));
        int[] counts = {1, 2, 3};

        tree.addUp(counts);

        assertThat(counts).containsExactly(6, 2, 3);
    }

    private static CategoryTree tree(CategoryEntry... entries) {
        return new CategoryTree(List.of(entries));
    }

    private static CategoryEntry entry(String id, @Nullable String parent) {
        return new CategoryEntry(id, id, parent, null);
    }

    private static List<String> ids(CategoryTree tree) {
        return IntStream.range(0, tree.size())
                .mapToObj(number -> tree.entry(number).id())
                .toList();
    }
}
