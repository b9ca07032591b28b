package com.ecamazon.users.domain;

import com.ecamazon.contract.UserId;
import java.time.Duration;
import java.time.Instant;

/**
 * The one claim on an e-mail address: its document's id is the address. Whoever takes an abandoned claim over goes on under
 * the same user id, so that even two who do it at once make one account.
 *
 * @param user the account that has the address, or will
 */
public record EmailClaim(UserId user, Instant claimedAt) {
    /** How long a registration may take between the claim and the account. */
    public static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Whether a registration that has not made its account by now never will. */
    public boolean isOld(Instant now) {
        return !now.isBefore(claimedAt.plus(PATIENCE));
    }

    /** Claimed anew. */
    public EmailClaim again(Instant now) {
        return new EmailClaim(user, now);
    }

    /** Given up: the next who comes may go on at once. */
    public EmailClaim givenUp() {
        return new EmailClaim(user, Instant.EPOCH);
    }
}
