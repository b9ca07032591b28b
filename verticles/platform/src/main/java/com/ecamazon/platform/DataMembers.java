package com.ecamazon.platform;

import com.hazelcast.cluster.Cluster;
import com.hazelcast.cluster.MembershipAdapter;
import com.hazelcast.cluster.MembershipEvent;

/**
 * The members that keep the cluster's rows, as one node sees them. Who sees half of them or less, of the most that it saw
 * together, is on the wrong side of a cut.
 */
final class DataMembers extends MembershipAdapter {
    private final Cluster cluster;
    private int most;

    private DataMembers(Cluster cluster) {
        this.cluster = cluster;
    }

    static DataMembers of(Cluster cluster) {
        var members = new DataMembers(cluster);
        cluster.addMembershipListener(members);
        members.count();
        return members;
    }

    @Override
    public void memberAdded(MembershipEvent event) {
        count();
    }

    synchronized boolean isMajority() {
        return count() * 2 > most;
    }

    private synchronized int count() {
        int now = (int) cluster.getMembers().stream()
                .filter(member -> !member.isLiteMember())
                .count();
        most = Math.max(most, now);
        return now;
    }
}
