package com.ecamazon.contract.users;

import com.ecamazon.contract.Address;
import com.ecamazon.contract.Email;
import com.ecamazon.contract.Outcome;
import com.ecamazon.contract.PaymentToken;
import com.ecamazon.contract.Require;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Accounts, sessions, and what an account keeps. Passwords and tokens pass in these messages only, and are never stored. */
public final class Accounts {
    private Accounts() {}

    /**
     * Opens an account.
     *
     * @param password 8 to 128 characters; kept only as an Argon2id hash
     */
    public record Register(
            Email email, String password, @Nullable String name) {
        public Register {
            Require.present(email, "email");
            Require.that(
                    password != null && password.length() >= 8 && password.length() <= 128,
                    "password",
                    "must have 8 to 128 characters");
            name = Require.optionalText(name, "name", 120);
        }

        @Override
        public String toString() {
            return "Register";
        }
    }

    /** What opening an account answers. */
    public sealed interface RegisterReply {
        /** The account is there; sign in next. */
        @Outcome(status = 201)
        record Registered(User user) implements RegisterReply {}

        /** Somebody has this address. */
        @Outcome(status = 409, code = "EMAIL_TAKEN", title = "There is an account with this e-mail address.")
        record EmailTaken(String detail) implements RegisterReply {}
    }

    /** Signs in. */
    public record SignIn(Email email, String password) {
        public SignIn {
            Require.present(email, "email");
            Require.that(password != null && password.length() <= 128, "password", "is required");
        }

        @Override
        public String toString() {
            return "SignIn";
        }
    }

    /** Trades a refresh token for new tokens; each works once. */
    public record Refresh(String refreshToken) {
        public Refresh {
            refreshToken = Require.text(refreshToken, "refreshToken", 200);
        }

        @Override
        public String toString() {
            return "Refresh";
        }
    }

    /** What signing in answers. */
    public sealed interface SessionReply {
        /**
         * Signed in.
         *
         * @param accessToken bearer token
         * @param expiresIn seconds until the access token ends
         */
        @Outcome(status = 201)
        record SignedIn(String accessToken, String refreshToken, int expiresIn, User user) implements SessionReply {
            @Override
            public String toString() {
                return "SignedIn";
            }
        }

        /** Wrong address or password, or a refresh token that does not work. */
        @Outcome(status = 401, code = "WRONG_CREDENTIALS", title = "The e-mail address or password is wrong.")
        record WrongCredentials(String detail) implements SessionReply {}

        /** Too many tries. */
        @Outcome(status = 429, code = "TOO_MANY_TRIES", title = "Too many tries; wait a while.")
        record TooManyTries(int retryAfterSeconds) implements SessionReply {}
    }

    /** Signs out: the refresh token stops working. */
    public record SignOut(String refreshToken) {
        public SignOut {
            refreshToken = Require.text(refreshToken, "refreshToken", 200);
        }

        @Override
        public String toString() {
            return "SignOut";
        }
    }

    /** Done. */
    public record SignedOut(boolean done) {}

    /** Asks who one is. */
    public record MeQuery() {}

    /** A person with an account. */
    public record User(UserId id, Email email, @Nullable String name, Set<Role> roles, Instant registeredAt) {}

    /** Changes one's own name. */
    public record ChangeMe(@Nullable String name) {
        public ChangeMe {
            name = Require.optionalText(name, "name", 120);
        }
    }

    /** Asks for one's addresses. */
    public record AddressesQuery() {}

    /** An address book. */
    public record AddressBook(List<SavedAddress> items) {}

    /** An address in the book. */
    public record SavedAddress(String id, Address address, boolean preferred) {}

    /** Adds an address. */
    public record AddAddress(Address address, @Nullable Boolean preferred) {
        public AddAddress {
            Require.present(address, "address");
        }
    }

    /** Removes an address. */
    public record RemoveAddress(String id) {}

    /** Asks for one's payment methods. */
    public record MethodsQuery() {}

    /** One's payment methods. */
    public record Methods(List<SavedMethod> items) {}

    /** A payment method that is kept: never a number, only what a person needs to know it again. */
    public record SavedMethod(PaymentToken token, String brand, String last4, int expMonth, int expYear) {}

    /** Keeps a payment method that was tokenised before. */
    public record AddMethod(PaymentToken token) {
        public AddMethod {
            Require.present(token, "token");
        }
    }

    /** Removes a payment method. */
    public record RemoveMethod(PaymentToken token) {}

    /** Asks for accounts, by address. */
    public record UsersQuery(
            @Nullable String q,
            @Nullable Role role,
            @Nullable Integer limit,
            @Nullable String cursor) {
        public UsersQuery {
            q = Require.optionalText(q, "q", 100);
            limit = Require.range(limit, "limit", 1, 100, 50);
        }
    }

    /** A page of accounts. */
    public record UserPage(List<User> items, @Nullable String next) {}

    /** Gives an account these roles. */
    public record ChangeRoles(UserId id, Set<Role> roles) {
        public ChangeRoles {
            roles = Set.copyOf(Require.present(roles, "roles"));
        }
    }

    /** Asks for the addresses to tell about something: everybody with one of these roles. */
    public record RecipientsQuery(Set<Role> roles) {}

    /** Accounts to tell. */
    public record Recipients(List<User> items) {}
}
