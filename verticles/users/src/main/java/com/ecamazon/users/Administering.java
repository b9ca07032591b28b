package com.ecamazon.users;

import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.users.Accounts.ChangeRoles;
import com.ecamazon.contract.users.Accounts.Recipients;
import com.ecamazon.contract.users.Accounts.RecipientsQuery;
import com.ecamazon.contract.users.Accounts.User;
import com.ecamazon.contract.users.Accounts.UserPage;
import com.ecamazon.contract.users.Accounts.UsersQuery;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.users.store.Accounts;
import io.vertx.core.Future;

/** What staff sees and changes of accounts, and whom Notification tells. */
final class Administering {
    /** More than this many are no circle to be told one by one. */
    private static final int MOST_RECIPIENTS = 1_000;

    private final Accounts accounts;

    Administering(Accounts accounts) {
        this.accounts = accounts;
    }

    Future<UserPage> page(Request<UsersQuery> request) {
        return accounts.page(request.body());
    }

    Future<User> changeRoles(Request<ChangeRoles> request) {
        var body = request.body();
        return accounts.decide(body.id(), account -> {
            if (account == null) {
                throw new ProblemException(Problem.notFound());
            }
            if (request.caller().is(body.id()) && !body.roles().contains(Role.ADMIN)) {
                // Else the last administrator could lock everybody out.
                throw new ProblemException(
                        Problem.of(409, "OWN_ROLE", "Another administrator must take this role from you."));
            }
            var changed = account.having(body.roles());
            return Decision.change(changed, changed.shown(body.id()));
        });
    }

    Future<Recipients> recipients(Request<RecipientsQuery> request) {
        return accounts.holding(request.body().roles(), MOST_RECIPIENTS).map(Recipients::new);
    }
}
