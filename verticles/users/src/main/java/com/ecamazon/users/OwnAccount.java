package com.ecamazon.users;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.payment.PaymentContract;
import com.ecamazon.contract.payment.Payments.Method;
import com.ecamazon.contract.payment.Payments.MethodQuery;
import com.ecamazon.contract.users.Accounts.AddAddress;
import com.ecamazon.contract.users.Accounts.AddMethod;
import com.ecamazon.contract.users.Accounts.AddressBook;
import com.ecamazon.contract.users.Accounts.AddressesQuery;
import com.ecamazon.contract.users.Accounts.ChangeMe;
import com.ecamazon.contract.users.Accounts.MeQuery;
import com.ecamazon.contract.users.Accounts.Methods;
import com.ecamazon.contract.users.Accounts.MethodsQuery;
import com.ecamazon.contract.users.Accounts.RemoveAddress;
import com.ecamazon.contract.users.Accounts.RemoveMethod;
import com.ecamazon.contract.users.Accounts.SavedMethod;
import com.ecamazon.contract.users.Accounts.User;
import com.ecamazon.platform.Ids;
import com.ecamazon.platform.bus.Bus;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.users.domain.Account;
import com.ecamazon.users.store.Accounts;
import io.vertx.core.Future;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What people see and change of their own accounts. */
final class OwnAccount {
    private final Accounts accounts;
    private final Bus bus;

    OwnAccount(Accounts accounts, Bus bus) {
        this.accounts = accounts;
        this.bus = bus;
    }

    Future<User> me(Request<MeQuery> request) {
        return read(request.caller(), account -> account.shown(id(request.caller())));
    }

    Future<User> change(Request<ChangeMe> request) {
        return change(
                request.caller(),
                account -> account.named(request.body().name()),
                account -> account.shown(id(request.caller())));
    }

    Future<AddressBook> addresses(Request<AddressesQuery> request) {
        return read(request.caller(), Account::book);
    }

    Future<AddressBook> addAddress(Request<AddAddress> request) {
        var entry = Ids.timeOrdered();
        boolean preferred = Boolean.TRUE.equals(request.body().preferred());
        return change(
                request.caller(),
                account -> account.withAddress(entry, request.body().address(), preferred),
                Account::book);
    }

    Future<AddressBook> removeAddress(Request<RemoveAddress> request) {
        var entry = request.body().id();
        return change(
                request.caller(),
                account -> {
                    if (account.addresses().stream()
                            .noneMatch(saved -> saved.id().equals(entry))) {
                        throw new ProblemException(Problem.notFound());
                    }
                    return account.withoutAddress(entry);
                },
                Account::book);
    }

    Future<Methods> methods(Request<MethodsQuery> request) {
        return read(request.caller(), Account::shownMethods);
    }

    /** Asks Payment first, which fails for a token that it does not know. */
    Future<Methods> addMethod(Request<AddMethod> request) {
        return bus.call(PaymentContract.METHOD, new MethodQuery(request.body().token()))
                .map(OwnAccount::saved)
                .compose(method ->
                        change(request.caller(), account -> account.withMethod(method), Account::shownMethods));
    }

    private static SavedMethod saved(Method method) {
        return new SavedMethod(method.token(), method.brand(), method.last4(), method.expMonth(), method.expYear());
    }

    Future<Methods> removeMethod(Request<RemoveMethod> request) {
        var token = request.body().token();
        return change(
                request.caller(),
                account -> {
                    if (account.methods().stream()
                            .noneMatch(saved -> saved.token().equals(token))) {
                        throw new ProblemException(Problem.notFound());
                    }
                    return account.withoutMethod(token);
                },
                Account::shownMethods);
    }

    private <R> Future<R> read(Caller caller, Function<Account, R> shown) {
        return accounts.find(id(caller)).map(account -> shown.apply(account.orElseThrow(OwnAccount::gone)));
    }

    private <R> Future<R> change(Caller caller, UnaryOperator<Account> change, Function<Account, R> shown) {
        return accounts.decide(id(caller), account -> {
            if (account == null) {
                throw gone();
            }
            var changed = change.apply(account);
            return changed.equals(account)
                    ? Decision.unchanged(shown.apply(account))
                    : Decision.change(changed, shown.apply(changed));
        });
    }

    /** A token may outlive its account by minutes. */
    private static ProblemException gone() {
        return new ProblemException(Problem.notSignedIn());
    }

    private static UserId id(Caller caller) {
        return new UserId(caller.subject());
    }
}
