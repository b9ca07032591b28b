package com.ecamazon.allinone;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Who may do what, as people wrote it down: {@code bus-contracts/authorisation.csv}, a row per operation. */
record AuthorisationTable(List<String> columns, Map<String, List<AuthorisationTable.Cell>> rows) {
    private static final Path FILE = Path.of("..", "..", "bus-contracts", "authorisation.csv");

    /** What a caller may. */
    enum Cell {
        YES,
        /** With one's own object only; the domain looks whose it is. */
        OWN,
        NO
    }

    /** The columns: a guest, the demo account of a role, a domain on its own behalf. */
    static final Map<String, Caller> CALLERS = callers();

    private static Map<String, Caller> callers() {
        var callers = new LinkedHashMap<String, Caller>();
        callers.put("guest", Caller.GUEST);
        for (var role : EnumSet.allOf(Role.class)) {
            var name = role.name().toLowerCase(Locale.ROOT);
            callers.put(name, Caller.user(new UserId("demo-" + name), Set.of(role)));
        }
        for (var domain : Domain.values()) {
            callers.put(domain.address(), Caller.domain(domain));
        }
        return callers;
    }

    static AuthorisationTable read() {
        try {
            var lines = Files.readAllLines(FILE);
            var rows = new LinkedHashMap<String, List<Cell>>();
            for (var line : lines.subList(1, lines.size())) {
                var values = Arrays.asList(line.split(",", -1));
                var cells = values.subList(1, values.size()).stream()
                        .map(value -> Cell.valueOf(value.toUpperCase(Locale.ROOT)))
                        .toList();
                if (rows.put(values.getFirst(), cells) != null) {
                    throw new IllegalStateException("two rows of " + values.getFirst());
                }
            }
            var header = Arrays.asList(lines.getFirst().split(",", -1));
            return new AuthorisationTable(header.subList(1, header.size()), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Cell cell(String operation, String column) {
        var row = rows.get(operation);
        if (row == null) {
            throw new AssertionError(FILE + " has no row of " + operation);
        }
        return row.get(columns.indexOf(column));
    }
}
