package com.ecamazon.platform.bus;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Role;
import com.ecamazon.platform.Secrets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Signs who asks, so that a domain trusts no sender's word: kind, subject, roles and an end, with an HMAC over them. It is a
 * statement for inside the cluster, no bearer token, and is of no use at the gateway.
 */
public final class CallerSeal {
    private static final String PURPOSE = "bus-caller";
    private static final int KEPT = 4_096;

    private final Secrets secrets;
    private final InstantSource clock;
    private final Map<String, Opened> opened = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Opened> eldest) {
            return size() > KEPT;
        }
    };

    private record Opened(Caller caller, long until) {}

    public CallerSeal(Secrets secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The caller with a signature, good until then. */
    public String seal(Caller caller, Instant until) {
        var statement = caller.kind() + "|" + caller.subject() + "|"
                + caller.roles().stream().map(Role::name).sorted().collect(Collectors.joining(",")) + "|"
                + until.getEpochSecond();
        return statement + "|" + secrets.sign(PURPOSE, statement);
    }

    /** The caller that was sealed; fails with 403 when the signature is wrong or its time is over. */
    synchronized Caller open(String sealed) {
        long now = clock.millis() / 1000;
        var known = opened.get(sealed);
        if (known == null) {
            known = verify(sealed);
            opened.put(sealed, known);
        }
        if (known.until < now) {
            throw new ProblemException(Problem.forbidden());
        }
        return known.caller;
    }

    private Opened verify(String sealed) {
        int end = sealed.lastIndexOf('|');
        if (end < 0 || !secrets.verify(PURPOSE, sealed.substring(0, end), sealed.substring(end + 1))) {
            throw new ProblemException(Problem.forbidden());
        }
        var parts = sealed.substring(0, end).split("\\|", -1);
        Set<Role> roles = parts[2].isEmpty()
                ? Set.of()
                : Arrays.stream(parts[2].split(",", -1)).map(Role::valueOf).collect(Collectors.toSet());
        return new Opened(new Caller(Caller.Kind.valueOf(parts[0]), parts[1], roles), Long.parseLong(parts[3]));
    }
}
