package com.ecamazon.users.store;

import com.ecamazon.contract.Role;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.users.Accounts.User;
import com.ecamazon.contract.users.Accounts.UserPage;
import com.ecamazon.contract.users.Accounts.UsersQuery;
import com.ecamazon.platform.Cursor;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.Versioned;
import com.ecamazon.platform.data.Write;
import com.ecamazon.users.domain.Account;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The accounts, by user id. */
public final class Accounts {
    private static final String EMAIL = "state.email";
    private static final String ROLES = "state.roles";

    private final Documents<Account> documents;

    public Accounts(Database database) {
        documents = database.documents("accounts", Account.class).index(EMAIL).index(ROLES);
    }

    public Future<Optional<Account>> find(UserId id) {
        return documents.find(id.value()).map(found -> found.map(Versioned::state));
    }

    /** Kept when it succeeds; fails with {@link com.ecamazon.platform.data.DuplicateId} when there is one with this id. */
    public Future<Void> insert(UserId id, Account account) {
        return documents.insert(id.value(), account, Write.JOURNALED).mapEmpty();
    }

    public <R> Future<R> decide(UserId id, Function<@Nullable Account, Decision<Account, R>> decision) {
        return documents.decide(id.value(), decision);
    }

    /** A page in the order of the e-mail addresses. */
    public Future<UserPage> page(UsersQuery query) {
        var filter = new JsonObject();
        var bounds = new JsonObject();
        if (query.q() != null) {
            var prefix = query.q().toLowerCase(Locale.ROOT);
            bounds.put("$gte", prefix).put("$lt", prefix + '\uffff');
        }
        if (query.cursor() != null) {
            bounds.put("$gt", Cursor.parts(query.cursor(), 1).getFirst());
        }
        if (!bounds.isEmpty()) {
            filter.put(EMAIL, bounds);
        }
        if (query.role() != null) {
            filter.put(ROLES, nameOf(query.role()));
        }
        int limit = query.limit() == null ? 50 : query.limit();
        return documents.find(filter, new JsonObject().put(EMAIL, 1), limit + 1).map(found -> {
            var items = found.stream().limit(limit).map(Accounts::shown).toList();
            return new UserPage(
                    items, found.size() > limit ? Cursor.of(items.getLast().email()) : null);
        });
    }

    /** Those with one of the roles, at most this many. */
    public Future<List<User>> holding(Collection<Role> roles, int limit) {
        var names = new JsonArray(roles.stream().map(Accounts::nameOf).toList());
        return documents
                .find(new JsonObject().put(ROLES, new JsonObject().put("$in", names)), new JsonObject(), limit)
                .map(found -> found.stream().map(Accounts::shown).toList());
    }

    private static User shown(Versioned<Account> account) {
        return account.state().shown(new UserId(account.id()));
    }

    private static String nameOf(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
