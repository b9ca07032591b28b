package com.ecamazon.auditor.domain;

import com.ecamazon.contract.auditor.EventFacts.Outboxes;
import com.ecamazon.contract.auditor.EventFacts.Owed;

/** What a domain's outboxes hold. E1, E2, E3. */
public final class OutboxRules {
    private OutboxRules() {}

    /** Of the outboxes of a domain in which something waits for longer than it may. */
    public static void check(String domain, Outboxes outboxes, Moment moment, Findings found) {
        for (var owed : outboxes.owed()) {
            var name = domain + "." + owed.collection() + " " + owed.subject();
            var event = "event " + owed.topic() + "/" + owed.subject() + "/"
                    + owed.waiting().getFirst();
            found.unless(!moment.isOverdue(owed.since()), "E1", "an event waits to be heard for too long", event, name);
            found.unless(isWithoutGaps(owed), "E2", "the numbers of its events have a gap", name, event);
        }
        for (var parked : outboxes.parked()) {
            found.add(
                    "E3",
                    parked.group() + " refuses an event: " + parked.reason(),
                    "event " + parked.event(),
                    domain + " outbox");
        }
    }

    private static boolean isWithoutGaps(Owed owed) {
        var waiting = owed.waiting();
        for (int i = 1; i < waiting.size(); i++) {
            if (waiting.get(i) != waiting.get(i - 1) + 1) {
                return false;
            }
        }
        return waiting.getLast() <= owed.last();
    }
}
