package com.ecamazon.contract.users;

import static com.ecamazon.contract.Domain.NOTIFICATION;
import static com.ecamazon.contract.Domain.PAYMENT;
import static com.ecamazon.contract.Domain.USERS;
import static com.ecamazon.contract.Operation.command;
import static com.ecamazon.contract.Operation.query;
import static com.ecamazon.contract.Role.SUPPORT;

import com.ecamazon.contract.Away;
import com.ecamazon.contract.Feed;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Topic;
import com.ecamazon.contract.users.Accounts.AddAddress;
import com.ecamazon.contract.users.Accounts.AddMethod;
import com.ecamazon.contract.users.Accounts.AddressBook;
import com.ecamazon.contract.users.Accounts.AddressesQuery;
import com.ecamazon.contract.users.Accounts.ChangeMe;
import com.ecamazon.contract.users.Accounts.ChangeRoles;
import com.ecamazon.contract.users.Accounts.MeQuery;
import com.ecamazon.contract.users.Accounts.Methods;
import com.ecamazon.contract.users.Accounts.MethodsQuery;
import com.ecamazon.contract.users.Accounts.Recipients;
import com.ecamazon.contract.users.Accounts.RecipientsQuery;
import com.ecamazon.contract.users.Accounts.Refresh;
import com.ecamazon.contract.users.Accounts.Register;
import com.ecamazon.contract.users.Accounts.RegisterReply;
import com.ecamazon.contract.users.Accounts.RemoveAddress;
import com.ecamazon.contract.users.Accounts.RemoveMethod;
import com.ecamazon.contract.users.Accounts.SessionReply;
import com.ecamazon.contract.users.Accounts.SignIn;
import com.ecamazon.contract.users.Accounts.SignOut;
import com.ecamazon.contract.users.Accounts.SignedOut;
import com.ecamazon.contract.users.Accounts.User;
import com.ecamazon.contract.users.Accounts.UserPage;
import com.ecamazon.contract.users.Accounts.UsersQuery;
import java.util.List;

/** The operations of Users. */
public final class UsersContract {
    public static final Operation<Register, RegisterReply> REGISTER = command(
                    USERS, "users.register", Register.class, RegisterReply.class, "Opens an account")
            .post("/api/users")
            .anyone()
            .promises();

    public static final Operation<SignIn, SessionReply> SIGN_IN = command(
                    USERS, "users.signIn", SignIn.class, SessionReply.class, "Signs in")
            .post("/api/sessions")
            .anyone();

    public static final Operation<Refresh, SessionReply> REFRESH = command(
                    USERS, "users.refresh", Refresh.class, SessionReply.class, "Trades a refresh token for new tokens")
            .post("/api/sessions/refresh")
            .anyone();

    public static final Operation<SignOut, SignedOut> SIGN_OUT = command(
                    USERS, "users.signOut", SignOut.class, SignedOut.class, "Signs out")
            .post("/api/sessions/end")
            .anyone();

    public static final Operation<MeQuery, User> ME = query(USERS, "users.me", MeQuery.class, User.class, "Who one is")
            .get("/api/me")
            .signedIn();

    public static final Operation<ChangeMe, User> CHANGE_ME = command(
                    USERS, "users.changeMe", ChangeMe.class, User.class, "Changes one's own name")
            .patch("/api/me")
            .signedIn();

    public static final Operation<AddressesQuery, AddressBook> ADDRESSES = query(
                    USERS, "users.addresses", AddressesQuery.class, AddressBook.class, "One's addresses")
            .get("/api/me/addresses")
            .signedIn();

    public static final Operation<AddAddress, AddressBook> ADD_ADDRESS = command(
                    USERS, "users.addAddress", AddAddress.class, AddressBook.class, "Adds an address")
            .post("/api/me/addresses")
            .signedIn();

    public static final Operation<RemoveAddress, AddressBook> REMOVE_ADDRESS = command(
                    USERS, "users.removeAddress", RemoveAddress.class, AddressBook.class, "Removes an address")
            .delete("/api/me/addresses/{id}")
            .signedIn();

    public static final Operation<MethodsQuery, Methods> METHODS = query(
                    USERS, "users.methods", MethodsQuery.class, Methods.class, "One's payment methods")
            .get("/api/me/payment-methods")
            .signedIn();

    public static final Operation<AddMethod, Methods> ADD_METHOD = command(
                    USERS, "users.addMethod", AddMethod.class, Methods.class, "Keeps a tokenised payment method")
            .post("/api/me/payment-methods")
            .signedIn()
            .needs(PAYMENT, Away.REFUSE);

    public static final Operation<RemoveMethod, Methods> REMOVE_METHOD = command(
                    USERS, "users.removeMethod", RemoveMethod.class, Methods.class, "Removes a payment method")
            .delete("/api/me/payment-methods/{token}")
            .signedIn();

    public static final Operation<UsersQuery, UserPage> USERS_PAGE = query(
                    USERS, "users.users", UsersQuery.class, UserPage.class, "Accounts, by address")
            .get("/api/users")
            .roles(SUPPORT);

    public static final Operation<ChangeRoles, User> CHANGE_ROLES = command(
                    USERS, "users.changeRoles", ChangeRoles.class, User.class, "Gives an account its roles")
            .put("/api/users/{id}/roles")
            .roles();

    public static final Operation<RecipientsQuery, Recipients> RECIPIENTS = query(
                    USERS, "users.recipients", RecipientsQuery.class, Recipients.class, "Accounts with a role")
            .internal(NOTIFICATION);

    public static final List<Operation<?, ?>> OPERATIONS = List.of(
            REGISTER,
            SIGN_IN,
            REFRESH,
            SIGN_OUT,
            ME,
            CHANGE_ME,
            ADDRESSES,
            ADD_ADDRESS,
            REMOVE_ADDRESS,
            METHODS,
            ADD_METHOD,
            REMOVE_METHOD,
            USERS_PAGE,
            CHANGE_ROLES,
            RECIPIENTS);

    public static final List<Topic<?>> TOPICS = List.of();

    public static final List<Feed<?>> FEEDS = List.of();

    private UsersContract() {}
}
