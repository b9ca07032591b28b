package com.ecamazon.users;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.users.UsersContract;
import com.ecamazon.platform.AccessTokens;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.bus.Bindings;
import com.ecamazon.users.store.Accounts;
import com.ecamazon.users.store.EmailClaims;
import com.ecamazon.users.store.Sessions;
import com.ecamazon.users.store.TriesByEmail;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** One instance of Users: its parts, and what serves what. */
final class UsersVerticle extends DomainVerticle {
    private final Passwords passwords;
    private final Registering registering;
    private final SigningIn signingIn;
    private final StayingSignedIn stayingSignedIn;
    private final OwnAccount ownAccount;
    private final Administering administering;
    private final Sweeping sweeping;
    private final DemoAccounts demoAccounts;

    UsersVerticle(Platform platform) {
        super(platform, Domain.USERS);
        // Documents keep milliseconds, so nothing is shown that a restart would round.
        InstantSource clock = () -> platform.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var database = platform.database();
        var accounts = new Accounts(database);
        var emails = new EmailClaims(database);
        var sessions = new Sessions(database);
        var tries = new TriesByEmail(database);
        boolean demo = platform.settings().isOn(DemoAccounts.SETTING);
        var doorway = new Doorway(new AccessTokens(platform.secrets(), clock), demo);
        passwords = new Passwords(platform.vertx(), platform.settings());
        registering = new Registering(accounts, emails, passwords, clock);
        signingIn = new SigningIn(accounts, emails, sessions, tries, passwords, doorway, clock);
        stayingSignedIn = new StayingSignedIn(accounts, sessions, doorway, clock);
        ownAccount = new OwnAccount(accounts, platform.bus());
        administering = new Administering(accounts);
        sweeping = new Sweeping(platform.vertx(), sessions, tries, clock);
        demoAccounts = new DemoAccounts(platform.settings(), registering);
    }

    @Override
    protected Future<?> prepare() {
        return passwords.open();
    }

    @Override
    protected void bind(Bindings bindings) {
        bindings.serve(UsersContract.REGISTER, registering::register);
        bindings.serve(UsersContract.SIGN_IN, signingIn::signIn);
        bindings.serve(UsersContract.REFRESH, stayingSignedIn::refresh);
        bindings.serve(UsersContract.SIGN_OUT, stayingSignedIn::signOut);
        bindings.serve(UsersContract.ME, ownAccount::me);
        bindings.serve(UsersContract.CHANGE_ME, ownAccount::change);
        bindings.serve(UsersContract.ADDRESSES, ownAccount::addresses);
        bindings.serve(UsersContract.ADD_ADDRESS, ownAccount::addAddress);
        bindings.serve(UsersContract.REMOVE_ADDRESS, ownAccount::removeAddress);
        bindings.serve(UsersContract.METHODS, ownAccount::methods);
        bindings.serve(UsersContract.ADD_METHOD, ownAccount::addMethod);
        bindings.serve(UsersContract.REMOVE_METHOD, ownAccount::removeMethod);
        bindings.serve(UsersContract.USERS_PAGE, administering::page);
        bindings.serve(UsersContract.CHANGE_ROLES, administering::changeRoles);
        bindings.serve(UsersContract.RECIPIENTS, administering::recipients);
    }

    @Override
    protected Future<?> started() {
        sweeping.start();
        return demoAccounts.open();
    }
}
