package com.ecamazon.platform.data;

import com.ecamazon.contract.Domain;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The events of one aggregate that some subscriber group has not heard yet. Each group goes on in a lane of its own; an
 * event is settled, and may leave the outbox, when it and those before it were heard in every lane.
 */
final class Line {
    private final String id;
    private final ArrayDeque<Entry> unsettled = new ArrayDeque<>(4);
    private final Map<Domain, Lane> lanes = new EnumMap<>(Domain.class);
    private long taken;
    private long settled;
    private long settledAt;

    Line(String id) {
        this.id = id;
    }

    /** The aggregate's id. */
    String id() {
        return id;
    }

    Collection<Lane> lanes() {
        return lanes.values();
    }

    /** Takes an event for these groups; false when it was taken before. */
    boolean take(Entry entry, List<Domain> groups) {
        long sequence = entry.event().sequence();
        if (sequence <= taken) {
            return false;
        }
        taken = sequence;
        unsettled.add(entry);
        for (var group : groups) {
            lanes.computeIfAbsent(group, g -> new Lane(id, g)).add(entry);
        }
        return true;
    }

    /** Lets go of what every group has heard; gives how many events that were. */
    int settle(InstantSource clock) {
        long owed = Long.MAX_VALUE;
        for (var lane : lanes.values()) {
            owed = Math.min(owed, lane.next());
        }
        int count = 0;
        while (!unsettled.isEmpty() && unsettled.element().event().sequence() < owed) {
            settled = unsettled.remove().event().sequence();
            count++;
        }
        if (count > 0) {
            settledAt = clock.millis();
        }
        return count;
    }

    int unsettled() {
        return unsettled.size();
    }

    /** Whether whoever has not heard all of it is away. */
    boolean isAway() {
        return lanes.values().stream().allMatch(lane -> lane.isDone() || lane.isAway());
    }

    /** The number of the newest settled event; 0 when none was settled here. */
    long settled() {
        return settled;
    }

    boolean isSettled() {
        return unsettled.isEmpty() && settled > 0;
    }

    /** Whether nothing was left to settle at the time, in epoch milliseconds. */
    boolean isSettledSince(long time) {
        return isSettled() && settledAt <= time;
    }
}
