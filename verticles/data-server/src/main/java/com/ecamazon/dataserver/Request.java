package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a command promises and how long it may take, seen from its document alone. */
final class Request {
    private static final Set<String> SHORT =
            Set.of("ismaster", "isMaster", "ping", "buildInfo", "endSessions", "killCursors");
    private static final Set<String> STRUCTURE =
            Set.of("create", "createIndexes", "drop", "dropIndexes", "dropDatabase");
    private static final Set<String> CHANGES = Set.of("insert", "update", "delete", "findAndModify");
    private static final int FEW = 20;

    private Request() {}

    /** Whether the answer waits until the change would survive a kill of this process. */
    static boolean journaled(Document command) {
        if (STRUCTURE.contains(name(command))) {
            return true;
        }
        return command.get("writeConcern") instanceof Document concern
                && (Utils.isTrue(concern.get("j")) || "majority".equals(concern.get("w")));
    }

    /** Whether a command changes documents. */
    static boolean changes(Document command) {
        return CHANGES.contains(name(command));
    }

    /** Whether a command touches only a few documents that it names. */
    static boolean brief(Document command) {
        String name = name(command);
        return switch (name) {
            case "insert" -> few(command.get("documents"));
            case "find" -> named(command.get("filter"));
            case "findAndModify" -> named(command.get("query"));
            case "update" -> few(command.get("updates")) && allNamed(command.get("updates"));
            case "delete" -> few(command.get("deletes")) && allNamed(command.get("deletes"));
            default -> SHORT.contains(name);
        };
    }

    private static String name(Document command) {
        return command.keySet().iterator().next();
    }

    private static boolean few(@Nullable Object statements) {
        return statements instanceof List<?> all && all.size() <= FEW;
    }

    private static boolean named(@Nullable Object filter) {
        return filter instanceof Document query && Selector.naming(query);
    }

    private static boolean allNamed(@Nullable Object statements) {
        return statements instanceof List<?> all && all.stream().allMatch(Request::namedBy);
    }

    private static boolean namedBy(@Nullable Object statement) {
        return statement instanceof RawDocument raw
                ? PlainStatement.named(raw)
                : statement instanceof Document document && named(document.get("q"));
    }
}
