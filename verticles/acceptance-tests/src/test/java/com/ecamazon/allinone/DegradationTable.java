package com.ecamazon.allinone;

import com.ecamazon.contract.Capability;
import com.ecamazon.contract.Contracts;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.gateway.Capabilities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What works while each domain is away, as a document made from the contracts and the pages. */
final class DegradationTable {
    static final Path FILE = Path.of("..", "..", "docs", "degradation.md");

    /** Without the gateway nothing is reached at all. */
    static final List<Domain> DOMAINS = Arrays.stream(Domain.values())
            .filter(domain -> domain != Domain.GATEWAY)
            .toList();

    private static final Path PAGES = Path.of("..", "..", "webroot", "src", "main", "resources", "webroot");
    private static final Pattern NEEDS = Pattern.compile("<meta name=\"capabilities\" content=\"([^\"]*)\">");
    private static final String NO_DIFFERENCE = "·";

    private DegradationTable() {}

    /** The operations with a route, by name. */
    static List<Operation<?, ?>> routed() {
        return Contracts.OPERATIONS.stream()
                .filter(operation -> operation.route().isPresent())
                .sorted(Comparator.comparing(Operation::name))
                .toList();
    }

    /** The capabilities that each page names; empty where a page names none. */
    static Map<String, List<String>> pages() {
        try (Stream<Path> files = Files.walk(PAGES)) {
            var pages = new TreeMap<String, List<String>>();
            for (var file :
                    files.filter(one -> one.toString().endsWith(".html")).toList()) {
                var needs = NEEDS.matcher(Files.readString(file));
                if (!needs.find()) {
                    throw new AssertionError(file + " does not say which capabilities it needs");
                }
                pages.put(
                        PAGES.relativize(file).toString(),
                        Stream.of(needs.group(1).split(" "))
                                .filter(name -> !name.isEmpty())
                                .toList());
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document. */
    static String text() {
        var lines = new ArrayList<String>();
        lines.add("""
                # What works while a domain is away

                Made from the contracts by `DegradationTableTest`; `-Dgolden.update=true` writes it anew. `GET /api/capabilities` and the
                live address `out.capabilities` say what holds at this moment, and `StoppedDomainTest` stops each domain and looks.

                - `stale`: the last known answer, with `Cache-Status` and `Age`. Where the domain that serves it is away and no answer is
                  known, it is refused.
                - `later`: accepted, and finished when the domain is back.
                - `503`: refused, with `Retry-After`; nothing was changed.
                - `·`: as always.

                Without the gateway nothing is reached. Who is signed in stays so while Users is away, until the access token ends.
                """);
        lines.add("## What people do\n");
        lines.add(head("capability"));
        for (var capability : Capabilities.ALL) {
            lines.add(row("`" + capability.name() + "`", domain -> word(capability.without(Set.of(domain)))));
        }
        lines.add("\nWhat people are told:\n");
        for (var capability : Capabilities.ALL) {
            DOMAINS.stream()
                    .map(domain -> capability.without(Set.of(domain)))
                    .filter(state -> state != Capability.State.OK)
                    .distinct()
                    .sorted()
                    .forEach(state -> lines.add(
                            "- `" + capability.name() + "`, " + word(state) + ": " + capability.sentence(state)));
        }
        lines.add("\n## Pages\n");
        lines.add("| page | capabilities |\n|---|---|");
        pages().forEach((page, needs) -> lines.add("| `" + page + "` | " + String.join(", ", needs) + " |"));
        lines.add("\n## Routes\n");
        lines.add(head("route"));
        for (var operation : routed()) {
            var route = operation.route().orElseThrow();
            lines.add(row("`" + route.method() + " " + route.path() + "`", domain -> word(operation, domain)));
        }
        lines.add("\n## News between domains\n");
        lines.add("Told when the subscriber is back, in order and once applied; nothing is lost meanwhile.\n");
        lines.add("| topic | subscribers |\n|---|---|");
        Contracts.TOPICS.forEach(topic -> lines.add("| `" + topic + "` | "
                + topic.subscribers().stream().map(Domain::address).sorted().collect(Collectors.joining(", ")) + " |"));
        return String.join("\n", lines) + "\n";
    }

    private static String head(String first) {
        return "| " + first + " | " + DOMAINS.stream().map(Domain::address).collect(Collectors.joining(" | "))
                + " |\n|---|" + "---|".repeat(DOMAINS.size());
    }

    private static String row(String first, Function<Domain, String> cell) {
        return "| " + first + " | " + DOMAINS.stream().map(cell).collect(Collectors.joining(" | ")) + " |";
    }

    private static String word(Capability.State state) {
        return switch (state) {
            case OK -> NO_DIFFERENCE;
            case REFUSED -> "503";
            case STALE, LATER -> state.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String word(Operation<?, ?> operation, Domain absent) {
        return operation
                .without(absent)
                .map(Capability.State::of)
                .map(DegradationTable::word)
                .orElse(NO_DIFFERENCE);
    }
}
