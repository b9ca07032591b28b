package com.ecamazon.users.domain;

import com.ecamazon.contract.Address;
import com.ecamazon.contract.Email;
import com.ecamazon.contract.PaymentToken;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.users.Accounts.AddressBook;
import com.ecamazon.contract.users.Accounts.Methods;
import com.ecamazon.contract.users.Accounts.SavedAddress;
import com.ecamazon.contract.users.Accounts.SavedMethod;
import com.ecamazon.contract.users.Accounts.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account.
 *
 * @param passwordHash Argon2id in the PHC string format
 * @param demo whether its password is known to everybody
 */
public record Account(
        Email email,
        String passwordHash,
        @Nullable String name,
        Set<Role> roles,
        Instant registeredAt,
        boolean demo,
        List<SavedAddress> addresses,
        List<SavedMethod> methods) {
    /** How many addresses, and how many payment methods, an account keeps. */
    public static final int MOST = 20;

    public Account {
        roles = Set.copyOf(roles);
        addresses = List.copyOf(addresses);
        methods = List.copyOf(methods);
    }

    /** A new account. */
    public static Account open(
            Email email, String passwordHash, @Nullable String name, Set<Role> roles, boolean demo, Instant now) {
        return new Account(email, passwordHash, name, roles, now, demo, List.of(), List.of());
    }

    /** As its owner and staff see it. */
    public User shown(UserId id) {
        return new User(id, email, name, roles, registeredAt);
    }

    public AddressBook book() {
        return new AddressBook(addresses);
    }

    public Methods shownMethods() {
        return new Methods(methods);
    }

    public Account named(@Nullable String newName) {
        return new Account(email, passwordHash, newName, roles, registeredAt, demo, addresses, methods);
    }

    public Account having(Set<Role> newRoles) {
        return new Account(email, passwordHash, name, newRoles, registeredAt, demo, addresses, methods);
    }

    /**
     * With the address, which is kept once; the first is preferred, later ones when that is asked for.
     *
     * @param id of the entry, if it becomes one
     */
    public Account withAddress(String id, Address address, boolean preferred) {
        var known = addresses.stream()
                .filter(saved -> saved.address().equals(address))
                .findFirst();
        if (known.isEmpty() && addresses.size() >= MOST) {
            throw full("ADDRESS_BOOK_FULL", "The address book is full; remove an address first.");
        }
        var all = new ArrayList<>(addresses);
        var entry = known.orElseGet(() -> new SavedAddress(id, address, addresses.isEmpty()));
        if (known.isEmpty()) {
            all.add(entry);
        }
        return with(preferred ? preferring(all, entry.id()) : all);
    }

    /** Without the address; when it was the preferred one, the oldest of the others is. */
    public Account withoutAddress(String id) {
        var left = addresses.stream().filter(saved -> !saved.id().equals(id)).toList();
        boolean orphaned = !left.isEmpty() && left.stream().noneMatch(SavedAddress::preferred);
        return with(orphaned ? preferring(left, left.getFirst().id()) : left);
    }

    private Account with(List<SavedAddress> book) {
        return new Account(email, passwordHash, name, roles, registeredAt, demo, book, methods);
    }

    private static List<SavedAddress> preferring(List<SavedAddress> book, String id) {
        return book.stream()
                .map(saved ->
                        new SavedAddress(saved.id(), saved.address(), saved.id().equals(id)))
                .toList();
    }

    /** With the payment method, which is kept once. */
    public Account withMethod(SavedMethod method) {
        var others = new ArrayList<>(withoutMethod(method.token()).methods);
        if (others.size() >= MOST) {
            throw full("TOO_MANY_METHODS", "There are too many payment methods; remove one first.");
        }
        others.add(method);
        return new Account(email, passwordHash, name, roles, registeredAt, demo, addresses, others);
    }

    public Account withoutMethod(PaymentToken token) {
        var left =
                methods.stream().filter(saved -> !saved.token().equals(token)).toList();
        return new Account(email, passwordHash, name, roles, registeredAt, demo, addresses, left);
    }

    private static ProblemException full(String code, String title) {
        return new ProblemException(Problem.of(409, code, title));
    }

    @Override
    public String toString() {
        return "Account";
    }
}
