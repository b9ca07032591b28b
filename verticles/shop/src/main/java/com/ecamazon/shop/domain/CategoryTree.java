package com.ecamazon.shop.domain;

import com.ecamazon.contract.shop.Catalogue.CategoryEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The categories, numbered parents before children so that a category and all below it are the numbers from {@code n} to
 * {@code end(n)}. A category whose parent is not there, or is below itself, stands at the top.
 */
public final class CategoryTree {
    public static final CategoryTree EMPTY = new CategoryTree(List.of());

    private final List<CategoryEntry> entries = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[] parents;
    private final int[] ends;

    /** The tree of these categories; siblings keep their order. */
    public CategoryTree(List<CategoryEntry> categories) {
        var ids = new HashMap<String, CategoryEntry>();
        categories.forEach(category -> ids.put(category.id(), category));
        var children = new HashMap<String, List<CategoryEntry>>();
        var tops = new ArrayList<CategoryEntry>();
        for (var category : categories) {
            var parent = category.parent();
            if (parent == null || !ids.containsKey(parent)) {
                tops.add(category);
            } else {
                children.computeIfAbsent(parent, key -> new ArrayList<>()).add(category);
            }
        }
        parents = new int[categories.size()];
        ends = new int[categories.size()];
        tops.forEach(top -> number(top, -1, children));
        categories.forEach(category -> number(category, -1, children));
    }

    private void number(CategoryEntry category, int parent, Map<String, List<CategoryEntry>> children) {
        if (numbers.containsKey(category.id())) {
            return;
        }
        int number = entries.size();
        entries.add(category);
        numbers.put(category.id(), number);
        parents[number] = parent;
        children.getOrDefault(category.id(), List.of()).forEach(child -> number(child, number, children));
        ends[number] = entries.size();
    }

    public int size() {
        return entries.size();
    }

    /** Its number, or -1 when there is no such category. */
    public int number(String id) {
        return numbers.getOrDefault(id, -1);
    }

    public CategoryEntry entry(int number) {
        return entries.get(number);
    }

    /** The number of the category above, or -1 at the top. */
    public int parent(int number) {
        return parents[number];
    }

    /** The first number that is not below this category. */
    public int end(int number) {
        return ends[number];
    }

    /** Adds what is counted in each category to all above it. */
    public void addUp(int[] counts) {
        for (int number = entries.size() - 1; number >= 0; number--) {
            if (parents[number] >= 0) {
                counts[parents[number]] += counts[number];
            }
        }
    }
}
