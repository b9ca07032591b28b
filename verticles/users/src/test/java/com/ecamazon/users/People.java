package com.ecamazon.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Email;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.users.Accounts.Refresh;
import com.ecamazon.contract.users.Accounts.Register;
import com.ecamazon.contract.users.Accounts.RegisterReply;
import com.ecamazon.contract.users.Accounts.SessionReply;
import com.ecamazon.contract.users.Accounts.SessionReply.SignedIn;
import com.ecamazon.contract.users.Accounts.SignIn;
import com.ecamazon.contract.users.Accounts.User;
import com.ecamazon.contract.users.UsersContract;
import com.ecamazon.platform.testing.LocalPod;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the tests do as people, and the clock that they turn. */
final class People {
    static final String PASSWORD = "correct horse battery";

    private People() {}

    /** The real time, and more when a test says so. */
    static final class Clock implements InstantSource {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        void advance(Duration more) {
            ahead = ahead.plus(more);
        }
    }

    static User register(LocalPod pod, String email) {
        var reply = pod.call(
                Caller.GUEST, UsersContract.REGISTER, new Register(new Email(email), PASSWORD, "Ada Lovelace"));
        assertThat(reply).isInstanceOf(RegisterReply.Registered.class);
        return ((RegisterReply.Registered) reply).user();
    }

    static SessionReply signIn(LocalPod pod, String email, String password) {
        return pod.call(Caller.GUEST, UsersContract.SIGN_IN, new SignIn(new Email(email), password));
    }

    static SignedIn signedIn(LocalPod pod, String email) {
        return in(signIn(pod, email, PASSWORD));
    }

    static SessionReply refresh(LocalPod pod, String token) {
        return pod.call(Caller.GUEST, UsersContract.REFRESH, new Refresh(token));
    }

    static SignedIn in(SessionReply reply) {
        assertThat(reply).isInstanceOf(SignedIn.class);
        return (SignedIn) reply;
    }

    static Caller caller(User user) {
        return Caller.user(user.id(), user.roles());
    }

    static void assertProblem(int status, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(status));
    }
}
