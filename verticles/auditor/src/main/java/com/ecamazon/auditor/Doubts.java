package com.ecamazon.auditor;

import com.ecamazon.contract.auditor.Audits.Breach;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** What did not add up, by subject. Of each subject only stays what is found again, in the same words. */
final class Doubts {
    private static final int MOST = 2_000;

    private final Map<Subject, List<Breach>> found = new LinkedHashMap<>();
    private int passedOver;

    /** Something is wrong with it, or may be: then nothing is named yet. */
    void add(Subject subject, List<Breach> breaches) {
        if (found.size() < MOST || found.containsKey(subject)) {
            found.merge(subject, breaches, (before, more) -> {
                var all = new ArrayList<>(before);
                all.addAll(more);
                return all;
            });
        } else {
            passedOver++;
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** How many subjects were too many to look at again. */
    int passedOver() {
        return passedOver;
    }

    List<Breach> breaches() {
        return found.values().stream().flatMap(List::stream).distinct().toList();
    }

    /** Looks at those that match for themselves; what is found takes the place of the doubt. */
    Future<Void> settle(FactReader reader, Predicate<Subject> which, Function<Subject, Future<List<Breach>>> look) {
        return each(reader, which, look, this::put);
    }

    /** Looks at all again. */
    Future<Void> lookAgain(FactReader reader, Function<Subject, Future<List<Breach>>> look) {
        return each(
                reader,
                subject -> true,
                look,
                (subject, now) -> put(
                        subject,
                        found.getOrDefault(subject, List.of()).stream()
                                .filter(now::contains)
                                .toList()));
    }

    private Future<Void> each(
            FactReader reader,
            Predicate<Subject> which,
            Function<Subject, Future<List<Breach>>> look,
            BiConsumer<Subject, List<Breach>> then) {
        var left = found.keySet().stream().filter(which).toList().iterator();
        return reader.repeat(() -> {
            if (!left.hasNext()) {
                return Future.succeededFuture(false);
            }
            var subject = left.next();
            return look.apply(subject).map(breaches -> {
                then.accept(subject, breaches);
                return true;
            });
        });
    }

    private void put(Subject subject, List<Breach> breaches) {
        if (breaches.isEmpty()) {
            found.remove(subject);
        } else {
            found.put(subject, breaches);
        }
    }
}
