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
    private static final Duration ON_THE_WAY = Duration.ofSeconds(30);
    private static final String BEARER = "Bearer ";

    /**
     * A caller and the statement that says so on the bus.
     *
     * @param until when the token is to be looked at again, which is never after its end
     */
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
        var now = platform.clock().instant();
        var known = sessions.get(key);
        if (known != null && now.isBefore(known.until)) {
            return known;
        }
        var session = key.isEmpty() ? guest(now) : signedIn(key, now);
        sessions.put(key, session);
        return session;
    }

    private Session guest(Instant now) {
        return session(Caller.GUEST, now, Instant.MAX);
    }

    private Session signedIn(String authorization, Instant now) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new ProblemException(Problem.notSignedIn());
        }
        var token = authorization.substring(BEARER.length()).strip();
        var caller = tokens.verify(token).orElseThrow(() -> new ProblemException(Problem.notSignedIn()));
        return session(caller, now, tokens.end(token));
    }

    /** The statement outlives the session by a little, so that a message on its way is still good. */
    private Session session(Caller caller, Instant now, Instant end) {
        var sealed = platform.node().seals().seal(caller, now.plus(GOOD_FOR).plus(ON_THE_WAY));
        var again = now.plus(GOOD_FOR);
        return new Session(caller, sealed, end.isBefore(again) ? end : again);
    }
}
