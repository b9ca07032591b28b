package com.ecamazon.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Address;
import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.PaymentToken;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.payment.PaymentContract;
import com.ecamazon.contract.payment.Payments.Method;
import com.ecamazon.contract.payment.Payments.MethodQuery;
import com.ecamazon.contract.users.Accounts.AddAddress;
import com.ecamazon.contract.users.Accounts.AddMethod;
import com.ecamazon.contract.users.Accounts.AddressesQuery;
import com.ecamazon.contract.users.Accounts.ChangeMe;
import com.ecamazon.contract.users.Accounts.ChangeRoles;
import com.ecamazon.contract.users.Accounts.MeQuery;
import com.ecamazon.contract.users.Accounts.MethodsQuery;
import com.ecamazon.contract.users.Accounts.RecipientsQuery;
import com.ecamazon.contract.users.Accounts.RemoveAddress;
import com.ecamazon.contract.users.Accounts.RemoveMethod;
import com.ecamazon.contract.users.Accounts.SavedMethod;
import com.ecamazon.contract.users.Accounts.User;
import com.ecamazon.contract.users.Accounts.UsersQuery;
import com.ecamazon.contract.users.UsersContract;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.bus.Bindings;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private static final Caller ADMIN = Caller.user(new UserId("root"), Set.of(Role.ADMIN));
    private static final PaymentToken CARD = new PaymentToken("card-1");
    private static LocalPod pod;

    /** Knows one payment method. */
    private static final class Vault extends DomainVerticle {
        Vault(Platform platform) {
            super(platform, Domain.PAYMENT);
        }

        @Override
        protected Future<?> prepare() {
            return Future.succeededFuture();
        }

        @Override
        protected void bind(Bindings bindings) {
            bindings.serve(PaymentContract.METHOD, this::method);
        }

        private Future<Method> method(Request<MethodQuery> request) {
            return request.body().token().equals(CARD)
                    ? Future.succeededFuture(new Method(CARD, "visa", "4242", 12, 2030))
                    : Future.failedFuture(new ProblemException(Problem.notFound()));
        }
    }

    @BeforeAll
    static void open() {
        pod = LocalPod.open(UsersApp.SERVICE, new Service(Domain.PAYMENT, Vault::new));
    }

    @AfterAll
    static void close() {
        pod.close();
    }

    private static Address street(int number) {
        return new Address("Ada", "Lane " + number, null, "10115", "Berlin", "DE");
    }

    @Test
    void changeMe_name_isShown() {
        var ada = People.caller(People.register(pod, "name@example.test"));
        assertThat(pod.call(ada, UsersContract.CHANGE_ME, new ChangeMe("Countess"))
                        .name())
                .isEqualTo("Countess");
        assertThat(pod.call(ada, UsersContract.ME, new MeQuery()).name()).isEqualTo("Countess");
    }

    @Test
    void me_guestOrNoAccount_isNotSignedIn() {
        People.assertProblem(401, () -> pod.call(Caller.GUEST, UsersContract.ME, new MeQuery()));
        People.assertProblem(401, () -> pod.call(ADMIN, UsersContract.ME, new MeQuery()));
    }

    @Test
    void addresses_addAndRemove_areOnesOwn() {
        var ada = People.caller(People.register(pod, "address@example.test"));
        var bob = People.caller(People.register(pod, "other@example.test"));
        pod.call(ada, UsersContract.ADD_ADDRESS, new AddAddress(street(1), null));
        var book = pod.call(ada, UsersContract.ADD_ADDRESS, new AddAddress(street(2), true));
        assertThat(pod.call(ada, UsersContract.ADDRESSES, new AddressesQuery())).isEqualTo(book);
        assertThat(pod.call(bob, UsersContract.ADDRESSES, new AddressesQuery()).items())
                .isEmpty();
        var id = book.items().getLast().id();
        People.assertProblem(404, () -> pod.call(bob, UsersContract.REMOVE_ADDRESS, new RemoveAddress(id)));
        assertThat(pod.call(ada, UsersContract.REMOVE_ADDRESS, new RemoveAddress(id))
                        .items())
                .singleElement()
                .satisfies(left -> assertThat(left.preferred()).isTrue());
    }

    @Test
    void addAddress_twentyFirst_isRefused() {
        var ada = People.caller(People.register(pod, "twenty@example.test"));
        for (int i = 0; i < 20; i++) {
            pod.call(ada, UsersContract.ADD_ADDRESS, new AddAddress(street(i), null));
        }
        People.assertProblem(409, () -> pod.call(ada, UsersContract.ADD_ADDRESS, new AddAddress(street(20), null)));
    }

    @Test
    void methods_knownToPayment_areKept() {
        var ada = People.caller(People.register(pod, "card@example.test"));
        People.assertProblem(
                404, () -> pod.call(ada, UsersContract.ADD_METHOD, new AddMethod(new PaymentToken("no-card"))));
        assertThat(pod.call(ada, UsersContract.ADD_METHOD, new AddMethod(CARD)).items())
                .containsExactly(new SavedMethod(CARD, "visa", "4242", 12, 2030));
        pod.call(ada, UsersContract.ADD_METHOD, new AddMethod(CARD));
        assertThat(pod.call(ada, UsersContract.METHODS, new MethodsQuery()).items())
                .hasSize(1);
        assertThat(pod.call(ada, UsersContract.REMOVE_METHOD, new RemoveMethod(CARD))
                        .items())
                .isEmpty();
    }

    @Test
    void changeRoles_admin_worksFromTheNextTokenOn() {
        var ada = People.register(pod, "clerk@example.test");
        var before = People.signedIn(pod, "clerk@example.test");
        var change = new ChangeRoles(ada.id(), Set.of(Role.CUSTOMER, Role.FINANCE));
        People.assertProblem(403, () -> pod.call(People.caller(ada), UsersContract.CHANGE_ROLES, change));
        pod.call(ADMIN, UsersContract.CHANGE_ROLES, change);
        assertThat(People.in(People.refresh(pod, before.refreshToken())).user().roles())
                .containsExactlyInAnyOrder(Role.CUSTOMER, Role.FINANCE);
        assertThat(pod.call(Domain.NOTIFICATION, UsersContract.RECIPIENTS, new RecipientsQuery(Set.of(Role.FINANCE)))
                        .items())
                .extracting(User::id)
                .containsExactly(ada.id());
        People.assertProblem(
                403, () -> pod.call(Domain.SHOP, UsersContract.RECIPIENTS, new RecipientsQuery(Set.of(Role.FINANCE))));
        People.assertProblem(
                404,
                () -> pod.call(ADMIN, UsersContract.CHANGE_ROLES, new ChangeRoles(new UserId("nobody"), Set.of())));
    }

    @Test
    void changeRoles_ownAdminRole_isKept() {
        var ada = People.register(pod, "boss@example.test");
        pod.call(ADMIN, UsersContract.CHANGE_ROLES, new ChangeRoles(ada.id(), Set.of(Role.ADMIN)));
        var boss = Caller.user(ada.id(), Set.of(Role.ADMIN));
        People.assertProblem(
                409,
                () -> pod.call(boss, UsersContract.CHANGE_ROLES, new ChangeRoles(ada.id(), Set.of(Role.CUSTOMER))));
    }

    @Test
    void usersPage_prefixRoleAndCursor_showsAllOnce() {
        for (int i = 0; i < 7; i++) {
            var user = People.register(pod, "page" + i + "@example.test");
            if (i % 2 == 0) {
                pod.call(ADMIN, UsersContract.CHANGE_ROLES, new ChangeRoles(user.id(), Set.of(Role.WAREHOUSE)));
            }
        }
        assertThat(emails(ADMIN, "PAGE", null, 3))
                .containsExactly(
                        "page0@example.test",
                        "page1@example.test",
                        "page2@example.test",
                        "page3@example.test",
                        "page4@example.test",
                        "page5@example.test",
                        "page6@example.test");
        assertThat(emails(ADMIN, "page", Role.WAREHOUSE, 1))
                .containsExactly(
                        "page0@example.test", "page2@example.test", "page4@example.test", "page6@example.test");
        People.assertProblem(
                403,
                () -> pod.call(
                        Caller.user(new UserId("u"), Set.of(Role.CUSTOMER)),
                        UsersContract.USERS_PAGE,
                        new UsersQuery(null, null, null, null)));
        People.assertProblem(
                400, () -> pod.call(ADMIN, UsersContract.USERS_PAGE, new UsersQuery(null, null, null, "no cursor")));
    }

    private static List<String> emails(Caller as, String prefix, @Nullable Role role, int limit) {
        var emails = new ArrayList<String>();
        String cursor = null;
        do {
            var page = pod.call(as, UsersContract.USERS_PAGE, new UsersQuery(prefix, role, limit, cursor));
            page.items().forEach(user -> emails.add(user.email().value()));
            cursor = page.next();
        } while (cursor != null);
        return emails;
    }
}
