package com.ecamazon.gateway;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.platform.AccessTokens;
import com.ecamazon.platform.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who sends a request, by its bearer token; sealed once for the bus and kept for a while. */
final class Sessions {
    private static final int KEPT = 10_000;
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final String BEARER = "Bearer ";

    /** A caller and the statement that says so on the bus. */
    record Session(Caller caller, String sealed, Instant until) {}

    private final Platform platform;
    private final AccessTokens tokens;
    private final Map<String, Session> sessions = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > KEPT;
        }
    };

    Sessions(Platform platform) {
        this.platform = platform;
        this.tokens = new AccessTokens(platform.secrets(), platform.clock());
    }

    /** The session of an Authorization header; a guest without one; fails with 401 when the token is not good. */
    Session of(@Nullable String authorization) {
        var key = authorization == null ? "" : authorization;
        var known = sessions.get(key);
        if (known != null && platform.clock().instant().isBefore(known.until.minusSeconds(10))) {
            return known;
        }
        var caller = key.isEmpty() ? Caller.GUEST : signedIn(key);
        // A token that ends sooner than its statement is looked at again when the statement ends, so both stay short.
        var until = platform.clock().instant().plus(GOOD_FOR);
        var session = new Session(caller, platform.node().seals().seal(caller, until), until);
        sessions.put(key, session);
        return session;
    }

    private Caller signedIn(String authorization) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new ProblemException(Problem.notSignedIn());
        }
        return tokens.verify(authorization.substring(BEARER.length()).strip())
                .orElseThrow(() -> new ProblemException(Problem.notSignedIn()));
    }
}
