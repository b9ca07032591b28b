package com.ecamazon.notification;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Email;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.users.Accounts.Recipients;
import com.ecamazon.contract.users.Accounts.User;
import com.ecamazon.contract.users.UsersContract;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.bus.Bindings;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Users as far as Notification asks it: one account per role, with the role's name as its id. */
final class Staff extends DomainVerticle {
    static final Service SERVICE = new Service(Domain.USERS, Staff::new);

    private Staff(Platform platform) {
        super(platform, Domain.USERS);
    }

    static UserId of(Role role) {
        return new UserId(role.name().toLowerCase(Locale.ROOT));
    }

    @Override
    protected Future<?> prepare() {
        return Future.succeededFuture();
    }

    @Override
    protected void bind(Bindings bindings) {
        bindings.serve(
                UsersContract.RECIPIENTS,
                request -> Future.succeededFuture(new Recipients(Arrays.stream(Role.values())
                        .filter(request.body().roles()::contains)
                        .map(role -> new User(
                                of(role), new Email(role + "@example.test"), null, Set.of(role), Instant.EPOCH))
                        .toList())));
    }
}
