package com.ecamazon.contract;

import java.util.Set;

/**
 * Who asks: a guest, a signed-in user or another domain.
 *
 * @param subject a user's id, a domain's address, or empty for a guest
 */
public record Caller(Kind kind, String subject, Set<Role> roles) {
    /** The three kinds of caller. */
    public enum Kind {
        GUEST,
        USER,
        DOMAIN
    }

    /** Somebody who is not signed in. */
    public static final Caller GUEST = new Caller(Kind.GUEST, "", Set.of());

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** A signed-in person. */
    public static Caller user(UserId id, Set<Role> roles) {
        return new Caller(Kind.USER, id.value(), roles);
    }

    /** A domain on its own behalf. */
    public static Caller domain(Domain domain) {
        return new Caller(Kind.DOMAIN, domain.address(), Set.of());
    }

    /** True for a signed-in person. */
    public boolean signedIn() {
        return kind == Kind.USER;
    }

    /** True when this is the user with this id. */
    public boolean is(UserId id) {
        return signedIn() && subject.equals(id.value());
    }

    /** True when one of the roles is held. */
    public boolean hasAny(Set<Role> wanted) {
        return wanted.stream().anyMatch(roles::contains);
    }

    /** True when the role is held. */
    public boolean has(Role role) {
        return roles.contains(role);
    }
}
