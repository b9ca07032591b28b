package com.ecamazon.users;

import com.ecamazon.contract.UserId;
import com.ecamazon.contract.users.Accounts.Refresh;
import com.ecamazon.contract.users.Accounts.SessionReply;
import com.ecamazon.contract.users.Accounts.SignOut;
import com.ecamazon.contract.users.Accounts.SignedOut;
import com.ecamazon.platform.Ids;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.users.domain.RefreshToken;
import com.ecamazon.users.domain.Session;
import com.ecamazon.users.store.Accounts;
import com.ecamazon.users.store.Sessions;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trades refresh tokens, each once, and ends sessions. */
final class StayingSignedIn {
    private static final Logger LOG = LoggerFactory.getLogger(StayingSignedIn.class);

    private final Accounts accounts;
    private final Sessions sessions;
    private final Doorway doorway;
    private final InstantSource clock;

    /** What became of a token that was handed in. */
    private sealed interface Trade {
        record Renewed(UserId user) implements Trade {}

        record Reused(UserId user) implements Trade {}

        record Unknown() implements Trade {}
    }

    StayingSignedIn(Accounts accounts, Sessions sessions, Doorway doorway, InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.doorway = doorway;
        this.clock = clock;
    }

    Future<SessionReply> refresh(Request<Refresh> request) {
        return RefreshToken.parse(request.body().refreshToken())
                .map(this::trade)
                .orElseGet(() -> Future.succeededFuture(SigningIn.WRONG));
    }

    private Future<SessionReply> trade(RefreshToken old) {
        var next = new RefreshToken(old.family(), Ids.random());
        var now = clock.instant();
        return sessions.decide(old.family(), session -> trade(session, old, next, now))
                .compose(trade -> switch (trade) {
                    case Trade.Renewed(var user) -> in(user, next);
                    case Trade.Reused(var user) -> {
                        LOG.warn("a refresh token of user {} came twice; its session is over", user);
                        yield Future.succeededFuture(SigningIn.WRONG);
                    }
                    case Trade.Unknown _ -> Future.succeededFuture(SigningIn.WRONG);
                });
    }

    private static Decision<Session, Trade> trade(
            @Nullable Session session, RefreshToken old, RefreshToken next, Instant now) {
        if (session == null || !session.isOpen(now)) {
            return Decision.unchanged(new Trade.Unknown());
        }
        // Kept before it is told, or a crash would make the client's newest token look like a copied one.
        return session.accepts(old)
                ? Decision.<Session, Trade>change(session.next(next, now), new Trade.Renewed(session.user()))
                        .journaled()
                : Decision.<Session, Trade>change(session.end(), new Trade.Reused(session.user()))
                        .journaled();
    }

    private Future<SessionReply> in(UserId user, RefreshToken token) {
        return accounts.find(user)
                .map(account -> account.filter(doorway::lets)
                        .map(found -> doorway.in(user, found, token))
                        .orElse(SigningIn.WRONG));
    }

    Future<SignedOut> signOut(Request<SignOut> request) {
        return RefreshToken.parse(request.body().refreshToken())
                .map(token -> sessions.decide(token.family(), StayingSignedIn::end))
                .orElseGet(() -> Future.succeededFuture(new SignedOut(true)));
    }

    private static Decision<Session, SignedOut> end(@Nullable Session session) {
        var out = new SignedOut(true);
        return session == null || session.ended()
                ? Decision.unchanged(out)
                : Decision.change(session.end(), out).journaled();
    }
}
