package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.platform.Node;
import com.ecamazon.platform.Settings;
import com.hazelcast.core.Hazelcast;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two checkouts on one machine, each with a data folder of its own, never meet. */
class TwoFoldersTest {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** The number of an inner port of a folder; they count from 0. */
    private static final int LAST_PORT = 63;

    private static final int FIRST_MEMBER = 4;

    @TempDir
    private Path checkouts;

    private Folder folder(String checkout) {
        return Folder.open(checkouts.resolve(checkout).resolve("data"));
    }

    /** Another folder with other ports; of 200 that were first opened while nothing ran, one has the same. */
    private Folder otherThan(Folder one) {
        return IntStream.range(0, 9)
                .mapToObj(number -> folder("other-" + number))
                .filter(other -> other.port(0) != one.port(0))
                .findFirst()
                .orElseThrow(() -> new AssertionError("every folder has the same ports"));
    }

    @Test
    void name_ofEachFolder_isItsOwnAndStays() {
        var names = IntStream.range(0, 20)
                .mapToObj(number -> folder("checkout-" + number).clusterName())
                .toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(folder("checkout-0").clusterName()).isEqualTo(names.getFirst());
    }

    @Test
    void ports_ofTwoFolders_areApartAndStay() {
        var one = folder("one");
        var other = otherThan(one);
        assertThat(Math.abs(one.port(0) - other.port(0))).isGreaterThan(LAST_PORT);
        assertThat(List.of(one.port(0), one.port(LAST_PORT), other.port(0), other.port(LAST_PORT)))
                .allSatisfy(port -> assertThat(port).isBetween(1024, 32_767));
        assertThat(folder("one").port(LAST_PORT)).isEqualTo(one.port(LAST_PORT));
    }

    @Test
    void ports_ofWhichOneIsTaken_areLeftForOthersThatStay() throws IOException {
        var one = folder("one");
        // As if it were opened for the first time.
        one.forget("inner-ports");
        Folder again;
        try (var _ = new ServerSocket(one.port(1), 1, InetAddress.getLoopbackAddress())) {
            again = folder("one");
        }
        assertThat(again.port(0)).isNotEqualTo(one.port(0));
        assertThat(folder("one").port(0)).isEqualTo(again.port(0));
    }

    @Test
    void nodes_ofTwoFolders_doNotMeetEvenWhenOneKnocksAtTheOther() {
        var one = folder("one");
        var other = otherThan(one);
        var first = founding(one);
        var second = founding(other);
        // The worst case: the second takes the first for one of its own, and asks to be let in.
        second.merge("CLUSTER_MEMBERS", "127.0.0.1:" + first.get("HAZELCAST_PORT"), (own, more) -> more + "," + own);
        var nodes = List.of(join(first), join(second));
        try {
            assertThat(members(one)).isEqualTo(1);
            assertThat(members(other)).isEqualTo(1);
        } finally {
            nodes.forEach(node -> Waiting.until(node.close(Duration.ZERO), LONGEST, "it does not close"));
        }
    }

    private static Map<String, String> founding(Folder folder) {
        var settings = new HashMap<>(new PodSet(folder, Map.of()).founding());
        settings.put("ECAMAZON_SECRET", "a secret only for tests");
        settings.put("TRANSPORT", "nio");
        return settings;
    }

    private static Node join(Map<String, String> settings) {
        return Waiting.until(Node.clustered(new Settings(settings), InstantSource.system()), LONGEST, "no node");
    }

    /** How many members the node of this folder sees. */
    private static int members(Folder folder) {
        return Hazelcast.getAllHazelcastInstances().stream()
                .filter(member ->
                        member.getCluster().getLocalMember().getAddress().getPort() == folder.port(FIRST_MEMBER))
                .mapToInt(member -> member.getCluster().getMembers().size())
                .sum();
    }
}
