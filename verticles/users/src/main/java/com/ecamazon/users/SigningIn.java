package com.ecamazon.users;

import com.ecamazon.contract.Email;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.users.Accounts.SessionReply;
import com.ecamazon.contract.users.Accounts.SignIn;
import com.ecamazon.platform.Ids;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.users.domain.Account;
import com.ecamazon.users.domain.EmailClaim;
import com.ecamazon.users.domain.RefreshToken;
import com.ecamazon.users.domain.Session;
import com.ecamazon.users.store.Accounts;
import com.ecamazon.users.store.EmailClaims;
import com.ecamazon.users.store.Sessions;
import com.ecamazon.users.store.TriesByEmail;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Lets people in by password. An address without an account costs the same reads and the same hash as one with. */
final class SigningIn {
    static final SessionReply WRONG = new SessionReply.WrongCredentials("Check both, or open an account.");
    private static final UserId NOBODY = new UserId("nobody");

    private final Accounts accounts;
    private final EmailClaims emails;
    private final Sessions sessions;
    private final TriesByEmail tries;
    private final Passwords passwords;
    private final Doorway doorway;
    private final InstantSource clock;

    private record Found(UserId id, Optional<Account> account) {}

    SigningIn(
            Accounts accounts,
            EmailClaims emails,
            Sessions sessions,
            TriesByEmail tries,
            Passwords passwords,
            Doorway doorway,
            InstantSource clock) {
        this.accounts = accounts;
        this.emails = emails;
        this.sessions = sessions;
        this.tries = tries;
        this.passwords = passwords;
        this.doorway = doorway;
        this.clock = clock;
    }

    Future<SessionReply> signIn(Request<SignIn> request) {
        var email = request.body().email();
        var now = clock.instant();
        return tries.tried(email, now)
                .compose(wait -> wait.map(SigningIn::tooMany)
                        .orElseGet(() -> look(request)
                                .recover(failure ->
                                        tries.takeBack(email, now).transform(done -> Future.failedFuture(failure)))));
    }

    private static Future<SessionReply> tooMany(Duration wait) {
        return Future.succeededFuture(new SessionReply.TooManyTries((int) wait.toSeconds() + 1));
    }

    private Future<SessionReply> look(Request<SignIn> request) {
        var email = request.body().email();
        return find(email)
                .compose(found -> matches(request, found)
                        .compose(right -> right
                                ? begin(email, found.id(), found.account().orElseThrow())
                                : Future.succeededFuture(WRONG)));
    }

    private Future<Found> find(Email email) {
        return emails.find(email)
                .map(claim -> claim.map(EmailClaim::user).orElse(NOBODY))
                .compose(id -> accounts.find(id).map(account -> new Found(id, account.filter(doorway::lets))));
    }

    private Future<Boolean> matches(Request<SignIn> request, Found found) {
        var password = request.body().password();
        return found.account()
                .map(account -> passwords.matches(password, account.passwordHash(), request.deadline()))
                .orElseGet(() -> passwords.matchesNobody(password, request.deadline()));
    }

    private Future<SessionReply> begin(Email email, UserId id, Account account) {
        var token = new RefreshToken(Ids.timeOrdered(), Ids.random());
        return Future.all(
                        sessions.insert(token.family(), Session.begin(id, token, clock.instant())),
                        tries.forgive(email))
                .map(done -> doorway.in(id, account, token));
    }
}
