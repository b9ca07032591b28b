package com.ecamazon.users;

import com.ecamazon.contract.Email;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.users.Accounts.Register;
import com.ecamazon.contract.users.Accounts.RegisterReply;
import com.ecamazon.platform.Ids;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.data.DuplicateId;
import com.ecamazon.users.domain.Account;
import com.ecamazon.users.domain.EmailClaim;
import com.ecamazon.users.store.Accounts;
import com.ecamazon.users.store.EmailClaims;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Opens accounts: first the claim on the address, then the costly hash, then the account. Whatever breaks in between leaves
 * a claim that the next registration takes over.
 */
final class Registering {
    private static final RegisterReply TAKEN = new RegisterReply.EmailTaken("Sign in, or use another address.");

    private final Accounts accounts;
    private final EmailClaims emails;
    private final Passwords passwords;
    private final InstantSource clock;

    Registering(Accounts accounts, EmailClaims emails, Passwords passwords, InstantSource clock) {
        this.accounts = accounts;
        this.emails = emails;
        this.passwords = passwords;
        this.clock = clock;
    }

    Future<RegisterReply> register(Request<Register> request) {
        var email = request.body().email();
        return claim(email, new UserId(Ids.timeOrdered()))
                .compose(claim -> claim.map(
                                mine -> hash(request, mine).compose(hash -> open(request.body(), mine, hash)))
                        .orElseGet(() -> Future.succeededFuture(TAKEN)));
    }

    /** Opens an account under a fixed id unless it is there; gives whether the address was free for it. */
    Future<Boolean> ensure(UserId id, Register register, Set<Role> roles, boolean demo) {
        var email = register.email();
        return accounts.find(id)
                .compose(there -> there.isPresent()
                        ? Future.succeededFuture(true)
                        : emails.claim(email, new EmailClaim(id, clock.instant()))
                                .compose(claimed -> emails.find(email))
                                .map(claim -> claim.filter(found -> found.user().equals(id)))
                                .compose(mine -> mine.isEmpty()
                                        ? Future.succeededFuture(false)
                                        : passwords
                                                .hash(register.password(), Instant.MAX)
                                                .map(hash -> Account.open(
                                                        email, hash, register.name(), roles, demo, clock.instant()))
                                                .compose(account -> insert(id, account))
                                                .map(true)));
    }

    /** The claim, now ours; empty when the address has an account, or will have one soon. */
    private Future<Optional<EmailClaim>> claim(Email email, UserId id) {
        var mine = new EmailClaim(id, clock.instant());
        return emails.claim(email, mine)
                .compose(claimed -> claimed
                        ? Future.succeededFuture(Optional.of(mine))
                        : emails.find(email)
                                .compose(found -> found.filter(claim -> claim.isOld(mine.claimedAt()))
                                        .map(abandoned -> takeOver(email, abandoned))
                                        .orElseGet(() -> Future.succeededFuture(Optional.empty()))));
    }

    private Future<Optional<EmailClaim>> takeOver(Email email, EmailClaim seen) {
        var now = clock.instant();
        return accounts.find(seen.user())
                .compose(account -> account.isPresent()
                        ? Future.succeededFuture(Optional.empty())
                        : emails.takeOver(email, seen, now)
                                .map(taken -> taken ? Optional.of(seen.again(now)) : Optional.empty()));
    }

    private Future<String> hash(Request<Register> request, EmailClaim mine) {
        return passwords
                .hash(request.body().password(), request.deadline())
                .recover(failure ->
                        emails.giveUp(request.body().email(), mine).transform(done -> Future.failedFuture(failure)));
    }

    private Future<RegisterReply> open(Register register, EmailClaim mine, String hash) {
        var account =
                Account.open(register.email(), hash, register.name(), Set.of(Role.CUSTOMER), false, mine.claimedAt());
        return insert(mine.user(), account)
                .map(opened -> opened ? new RegisterReply.Registered(account.shown(mine.user())) : TAKEN);
    }

    /** Whether it is this account that is there now. */
    private Future<Boolean> insert(UserId id, Account account) {
        return accounts.insert(id, account)
                .map(true)
                .recover(failure ->
                        failure instanceof DuplicateId ? Future.succeededFuture(false) : Future.failedFuture(failure));
    }
}
