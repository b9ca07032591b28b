package com.ecamazon.users.domain;

import com.ecamazon.contract.UserId;
import java.time.Duration;
import java.time.Instant;

/**
 * What one sign-in began: a family of refresh tokens of which only the newest works. An older one that turns up again was
 * copied by somebody, so it ends the family.
 *
 * @param newest the SHA-256 of the newest token's secret, base64url
 * @param expiresAt when the newest token ends
 */
public record Session(UserId user, String newest, Instant expiresAt, boolean ended) {
    /** How long a refresh token works. */
    public static final Duration LIFETIME = Duration.ofDays(30);

    /** A family with its first token. */
    public static Session begin(UserId user, RefreshToken first, Instant now) {
        return new Session(user, first.fingerprint(), now.plus(LIFETIME), false);
    }

    /** Whether it goes on at all. */
    public boolean isOpen(Instant now) {
        return !ended && now.isBefore(expiresAt);
    }

    /** Whether this is its newest token. */
    public boolean accepts(RefreshToken token) {
        return token.has(newest);
    }

    /** With the next token, which makes all before it old. */
    public Session next(RefreshToken token, Instant now) {
        return new Session(user, token.fingerprint(), now.plus(LIFETIME), false);
    }

    /** Over: no token of it works. */
    public Session end() {
        return new Session(user, newest, expiresAt, true);
    }
}
