package com.ecamazon.contract;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who may call an operation. The serving domain checks it, whoever sent the message.
 *
 * @param roles for {@link Rule#ROLES} who may call; for {@link Rule#OWNER} who may besides the owner
 * @param domains for {@link Rule#INTERNAL} which domains may call
 */
public record Access(Rule rule, Set<Role> roles, Set<Domain> domains) {
    /** The kinds of rule. */
    public enum Rule {
        /** Everybody, guests included. */
        ANYONE,
        /** Everybody who is signed in. */
        SIGNED_IN,
        /** Whoever owns the object (the domain looks; not yours is 404), and the roles. */
        OWNER,
        /** Holders of one of the roles. */
        ROLES,
        /** Other domains only; never reachable from outside. */
        INTERNAL
    }

    /** What a caller gets. */
    public enum Verdict {
        ALLOWED,
        NOT_SIGNED_IN,
        FORBIDDEN
    }

    public Access {
        roles = Set.copyOf(roles);
        domains = Set.copyOf(domains);
    }

    static Access anyone() {
        return new Access(Rule.ANYONE, Set.of(), Set.of());
    }

    static Access signedIn() {
        return new Access(Rule.SIGNED_IN, Set.of(), Set.of());
    }

    static Access owner(Role... roles) {
        return new Access(Rule.OWNER, roles.length == 0 ? Set.of() : withAdmin(roles), Set.of());
    }

    static Access roles(Role... roles) {
        return new Access(Rule.ROLES, withAdmin(roles), Set.of());
    }

    private static Set<Role> withAdmin(Role... roles) {
        var all = EnumSet.of(Role.ADMIN);
        all.addAll(Set.of(roles));
        return all;
    }

    static Access internal(Domain... domains) {
        return new Access(Rule.INTERNAL, Set.of(), Set.of(domains));
    }

    /**
     * Whether this caller gets past the door; who owns which object is for the domain to find out. A domain gets past only
     * where it is named, so that one that went astray can do no more than its work.
     */
    public Verdict check(Caller caller) {
        if (caller.kind() == Caller.Kind.DOMAIN) {
            return domains.contains(Domain.at(caller.subject())) ? Verdict.ALLOWED : Verdict.FORBIDDEN;
        }
        return switch (rule) {
            case ANYONE, OWNER -> Verdict.ALLOWED;
            case SIGNED_IN -> caller.signedIn() ? Verdict.ALLOWED : Verdict.NOT_SIGNED_IN;
            case ROLES ->
                caller.hasAny(roles) ? Verdict.ALLOWED : caller.signedIn() ? Verdict.FORBIDDEN : Verdict.NOT_SIGNED_IN;
            case INTERNAL -> Verdict.FORBIDDEN;
        };
    }
}
