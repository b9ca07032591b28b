package com.ecamazon.shop.demo;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shop.Catalogue.CategoryEntry;
import com.ecamazon.contract.shop.Catalogue.ProductEntry;
import com.ecamazon.contract.shop.Catalogue.VariantEntry;
import com.ecamazon.shop.demo.Vocabulary.Choice;
import com.ecamazon.shop.demo.Vocabulary.Department;
import com.ecamazon.shop.demo.Vocabulary.Kind;
import com.ecamazon.shop.domain.Gtin;
import com.ecamazon.shop.domain.Icon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** The demo catalogue: {@value #PER_KIND} products of each kind in the vocabulary, with variants. The same each time. */
public final class DemoCatalogue {
    static final int PER_KIND = 24;

    private static final List<String> SERIES = List.of(
            "Aria", "Nord", "Fjell", "Solis", "Tavo", "Mira", "Brisk", "Halden", "Juno", "Lark", "Oslo", "Pico", "Runa",
            "Sable", "Terra", "Vela", "Wren", "Zephyr", "Alder", "Birka", "Calla", "Dune", "Ember", "Flint", "Grove",
            "Isla");

    private static final Map<String, Icon> ICONS = icons();

    private final List<CategoryEntry> categories = new ArrayList<>();
    private final List<ProductEntry> products = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private long gtins;

    private DemoCatalogue() {
        for (var department : Vocabulary.read().departments()) {
            categories.add(new CategoryEntry(department.id(), department.title(), null, null));
            for (var kind : department.kinds()) {
                categories.add(new CategoryEntry(kind.id(), kind.title(), department.id(), null));
                for (int i = 0; i < PER_KIND; i++) {
                    products.add(product(department, kind, i));
                }
            }
        }
    }

    /** The categories, parents before children. */
    public static List<CategoryEntry> categories() {
        return List.copyOf(new DemoCatalogue().categories);
    }

    /** The products, one of each kind after the other: the newest in a shop are not all alike. */
    public static List<ProductEntry> products() {
        var byKind = new DemoCatalogue().products;
        return IntStream.range(0, PER_KIND)
                .boxed()
                .flatMap(number -> IntStream.iterate(number, i -> i < byKind.size(), i -> i + PER_KIND)
                        .mapToObj(byKind::get))
                .toList();
    }

    /** What a product of one of these categories looks like. */
    public static Optional<Icon> icon(String category) {
        return Optional.ofNullable(ICONS.get(category));
    }

    private static Map<String, Icon> icons() {
        var icons = new HashMap<String, Icon>();
        for (var department : Vocabulary.read().departments()) {
            icons.put(department.id(), department.kinds().getFirst().icon());
            department.kinds().forEach(kind -> icons.put(kind.id(), kind.icon()));
        }
        return Map.copyOf(icons);
    }

    private ProductEntry product(Department department, Kind kind, int number) {
        var random = new Random(kind.id().hashCode() * 31L + number);
        var brand = pick(department.brands(), random);
        var noun = kind.nouns().get(number % kind.nouns().size());
        var name = brand + " " + pick(SERIES, random) + " " + noun;
        while (!names.add(name)) {
            name = brand + " " + pick(SERIES, random) + " " + noun;
        }
        var trait = pick(kind.traits(), random);
        var title = name
                + (trait.startsWith("with ") || trait.startsWith("in ") || trait.startsWith("for ") ? " " : ", ")
                + trait;
        return new ProductEntry(
                new ProductId(slug(name)),
                title,
                brand,
                kind.id(),
                description(brand, kind, random),
                null,
                variants(kind, number, price(kind, random), random),
                attributes(kind, random));
    }

    private static String description(String brand, Kind kind, Random random) {
        var says = random.nextBoolean() ? kind.says() : kind.says().reversed();
        return String.join(" ", says) + " Made by " + brand + ", who back it for "
                + pick(List.of("two years", "three years", "five years"), random) + ".";
    }

    /** Ends in 90 or 99 cents, and cheaper ones are more frequent, as on any shelf. */
    private static long price(Kind kind, Random random) {
        double place = random.nextDouble() * random.nextDouble();
        long euro = Math.round(kind.lowest() + place * (kind.highest() - kind.lowest()));
        return euro * 100 + (random.nextBoolean() ? 90 : 99);
    }

    private static Map<String, String> attributes(Kind kind, Random random) {
        var attributes = new LinkedHashMap<String, String>();
        for (var choice : kind.attributes()) {
            attributes.put(choice.name(), pick(choice.values(), random));
        }
        return attributes;
    }

    private List<VariantEntry> variants(Kind kind, int number, long price, Random random) {
        var chosen = kind.options().stream()
                .map(choice -> new Choice(choice.name(), some(choice, random), choice.dearer()))
                .toList();
        var variants = new ArrayList<VariantEntry>();
        combine(chosen, new LinkedHashMap<>(), price, (options, cents) -> {
            var sku = new StringBuilder(String.format(Locale.ROOT, "%s-%03d", letters(kind.id()), number + 1));
            options.values().forEach(value -> sku.append('-').append(letters(value)));
            variants.add(new VariantEntry(
                    new Sku(sku.toString()),
                    Gtin.thirteen("29" + String.format(Locale.ROOT, "%010d", ++gtins * 37)),
                    null,
                    Money.eur(cents),
                    null,
                    options));
        });
        return variants;
    }

    private interface Each {
        void take(Map<String, String> options, long cents);
    }

    private static void combine(List<Choice> choices, Map<String, String> options, long cents, Each each) {
        if (choices.isEmpty()) {
            each.take(new LinkedHashMap<>(options), cents);
            return;
        }
        var choice = choices.getFirst();
        for (int i = 0; i < choice.values().size(); i++) {
            options.put(choice.name(), choice.values().get(i));
            long dearer = choice.dearer() ? Math.round(cents * (1 + 0.3 * i) / 100) * 100 - 10 : cents;
            combine(choices.subList(1, choices.size()), options, dearer, each);
        }
        options.remove(choice.name());
    }

    /** All sizes, but only some of the colours. */
    private static List<String> some(Choice choice, Random random) {
        if (choice.dearer() || choice.name().equals("Size")) {
            return choice.values();
        }
        int first = random.nextInt(choice.values().size());
        int many = 1 + random.nextInt(Math.min(3, choice.values().size()));
        var some = new ArrayList<String>();
        for (int i = 0; i < many; i++) {
            some.add(choice.values().get((first + i) % choice.values().size()));
        }
        return some;
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static String letters(String text) {
        var letters = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return letters.substring(0, Math.min(letters.length(), 6));
    }

    private static String slug(String text) {
        var slug = text.toLowerCase(Locale.ROOT).replace("é", "e").replaceAll("[^a-z0-9]+", "-");
        return slug.length() <= 64 ? slug : slug.substring(0, 64);
    }
}
