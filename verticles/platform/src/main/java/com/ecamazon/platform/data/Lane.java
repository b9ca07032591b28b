package com.ecamazon.platform.data;

import com.ecamazon.contract.Domain;
import java.util.ArrayDeque;
import java.util.List;

/** What one subscriber group still has to hear of one aggregate, in order, and how it fares with the next of it. */
final class Lane {
    private static final long NONE = -1;

    private final String id;
    private final Domain group;
    private final ArrayDeque<Entry> queue = new ArrayDeque<>(4);
    private boolean sending;
    private long timer = NONE;
    private int tries;
    private int refusals;

    Lane(String id, Domain group) {
        this.id = id;
        this.group = group;
    }

    /** The aggregate's id. */
    String id() {
        return id;
    }

    Domain group() {
        return group;
    }

    /** Its name, for what is parked of it. */
    LaneKey key() {
        return new LaneKey(group, id);
    }

    void add(Entry entry) {
        queue.add(entry);
    }

    /** The number of the next event, or the highest there is when nothing is left to hear. */
    long next() {
        return queue.isEmpty() ? Long.MAX_VALUE : queue.element().event().sequence();
    }

    boolean isReady() {
        return !sending && timer == NONE && !queue.isEmpty();
    }

    /** What goes next: as many events of one topic as may go together; after a failure only one, to find the poison. */
    List<Entry> start(int most) {
        sending = true;
        var head = queue.element();
        return most == 1 || tries > 0 || queue.size() == 1
                ? List.of(head)
                : queue.stream()
                        .takeWhile(entry -> entry.topic().equals(head.topic()))
                        .limit(most)
                        .toList();
    }

    /** The group acknowledged its next events; says whether it was away before. */
    boolean heard(int events) {
        boolean back = tries > 0 && refusals == 0;
        for (int i = 0; i < events; i++) {
            queue.remove();
        }
        sending = false;
        tries = 0;
        refusals = 0;
        return back;
    }

    /** The group did not get the next event; gives how often in a row. */
    int failed() {
        sending = false;
        return ++tries;
    }

    /** The group was there and refused the next event; gives how often in a row. */
    int refused() {
        return ++refusals;
    }

    /** Lets it rest until the timer fires. */
    void rest(long until) {
        timer = until;
    }

    /** Ends the rest; gives its timer. */
    long wake() {
        long ended = timer;
        timer = NONE;
        return ended;
    }

    /** Whether the group has heard everything. */
    boolean isDone() {
        return queue.isEmpty();
    }

    /** Whether it rests only since nobody was there to hear. */
    boolean isAway() {
        return timer != NONE && refusals == 0;
    }
}
