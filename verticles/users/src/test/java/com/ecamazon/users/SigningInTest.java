package com.ecamazon.users;

import static com.ecamazon.platform.testing.LocalPod.await;
import static com.ecamazon.platform.testing.LocalPod.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Email;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.users.Accounts.Refresh;
import com.ecamazon.contract.users.Accounts.SessionReply;
import com.ecamazon.contract.users.Accounts.SessionReply.SignedIn;
import com.ecamazon.contract.users.Accounts.SessionReply.TooManyTries;
import com.ecamazon.contract.users.Accounts.SignIn;
import com.ecamazon.contract.users.Accounts.SignOut;
import com.ecamazon.contract.users.UsersContract;
import com.ecamazon.platform.AccessTokens;
import com.ecamazon.platform.testing.LocalPod;
import com.ecamazon.users.domain.Session;
import com.ecamazon.users.domain.Tries;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningInTest {
    private static final String ADA = "ada@example.test";
    private static final String WRONG_PASSWORD = "wrong horse";

    private final People.Clock clock = new People.Clock();

    @TempDir
    private Path folder;

    private LocalPod pod;

    @BeforeEach
    void open() {
        open("200");
    }

    private void open(String queue) {
        var settings = Map.of("ARGON2_THREADS", "1", "ARGON2_QUEUE", queue);
        pod = LocalPod.open(folder, settings, clock, UsersApp.SERVICE);
    }

    @AfterEach
    void close() {
        pod.close();
    }

    @Test
    void signIn_rightPassword_givesATokenThatNamesTheUser() {
        var user = People.register(pod, ADA);
        var in = People.signedIn(pod, ADA);
        assertThat(in.user()).isEqualTo(user);
        assertThat(in.expiresIn()).isEqualTo(900);
        assertThat(new AccessTokens(pod.node().secrets(), clock).verify(in.accessToken()))
                .contains(Caller.user(user.id(), Set.of(Role.CUSTOMER)));
    }

    @Test
    void signIn_wrongPasswordOrAddress_isRefusedAlike() {
        People.register(pod, ADA);
        assertThat(People.signIn(pod, ADA, WRONG_PASSWORD)).isEqualTo(SigningIn.WRONG);
        assertThat(People.signIn(pod, "nobody@example.test", WRONG_PASSWORD)).isEqualTo(SigningIn.WRONG);
    }

    @Test
    void signIn_tenWrongTries_waitsEvenAfterARestart_thenLetsTheOwnerIn() {
        People.register(pod, ADA);
        People.register(pod, "bob@example.test");
        for (int i = 0; i < Tries.MOST; i++) {
            assertThat(People.signIn(pod, ADA, WRONG_PASSWORD)).isEqualTo(SigningIn.WRONG);
        }
        assertThat(People.signIn(pod, ADA, People.PASSWORD)).isInstanceOf(TooManyTries.class);
        assertThat(People.signIn(pod, "bob@example.test", People.PASSWORD)).isInstanceOf(SignedIn.class);
        close();
        open();
        var wait = (TooManyTries) People.signIn(pod, ADA, People.PASSWORD);
        assertThat(wait.retryAfterSeconds()).isBetween(1, (int) Tries.WINDOW.toSeconds() + 1);
        clock.advance(Duration.ofSeconds(wait.retryAfterSeconds()));
        assertThat(People.signIn(pod, ADA, People.PASSWORD)).isInstanceOf(SignedIn.class);
    }

    @Test
    void signIn_unknownAddress_slowsDownAsAKnownOneDoes() {
        for (int i = 0; i < Tries.MOST; i++) {
            assertThat(People.signIn(pod, "nobody@example.test", WRONG_PASSWORD))
                    .isEqualTo(SigningIn.WRONG);
        }
        assertThat(People.signIn(pod, "nobody@example.test", WRONG_PASSWORD)).isInstanceOf(TooManyTries.class);
    }

    @Test
    void signIn_rightPasswords_areNotCounted() {
        People.register(pod, ADA);
        for (int i = 0; i < 2 * Tries.MOST; i++) {
            assertThat(People.signIn(pod, ADA, People.PASSWORD)).isInstanceOf(SignedIn.class);
        }
    }

    @Test
    void signIn_sixtyWrongAtOnce_triesNoMoreThanTen() {
        People.register(pod, ADA);
        var replies = await(Future.all(IntStream.range(0, 60)
                        .mapToObj(i -> pod.send(
                                        Caller.GUEST, UsersContract.SIGN_IN, new SignIn(new Email(ADA), WRONG_PASSWORD))
                                .map(answer -> answer.reply(UsersContract.SIGN_IN)))
                        .toList()))
                .<SessionReply>list();
        // A try whose verdict came too late counts as well, and asking again is another.
        assertThat(replies).filteredOn(SigningIn.WRONG::equals).hasSizeBetween(1, Tries.MOST);
        assertThat(replies).allMatch(reply -> reply.equals(SigningIn.WRONG) || reply instanceof TooManyTries);
    }

    @Test
    void signIn_tooBusyToLook_isNoTry() {
        People.register(pod, ADA);
        close();
        open("2");
        var statuses = await(Future.all(IntStream.range(0, Tries.MOST)
                        .mapToObj(i -> pod.once(
                                        Caller.GUEST, UsersContract.SIGN_IN, new SignIn(new Email(ADA), WRONG_PASSWORD))
                                .map(answer -> answer.status()))
                        .toList()))
                .<Integer>list();
        assertThat(statuses).contains(503).containsOnly(401, 503);
        assertThat(People.signIn(pod, ADA, People.PASSWORD)).isInstanceOf(SignedIn.class);
    }

    @Test
    void signIn_anyAddress_hashesOnThreadsOfItsOwn() {
        var threads = new TreeSet<String>();
        var running = IntStream.range(0, 6)
                .mapToObj(i -> pod.send(
                        Caller.GUEST,
                        UsersContract.SIGN_IN,
                        new SignIn(new Email("nobody" + i + "@example.test"), WRONG_PASSWORD)))
                .toList();
        eventually(
                () -> {
                    threads.addAll(hashing());
                    return running.stream().allMatch(Future::isComplete);
                },
                "all are answered");
        assertThat(threads).isNotEmpty().allMatch(name -> name.startsWith("argon2"));
    }

    private static Stream<String> hashingNow() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> Stream.of(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().equals(Argon2id.class.getName())))
                .map(thread -> thread.getKey().getName());
    }

    private static Set<String> hashing() {
        return Set.copyOf(hashingNow().toList());
    }

    @Test
    void refresh_newest_worksOnce() {
        People.register(pod, ADA);
        var first = People.signedIn(pod, ADA).refreshToken();
        var second = People.in(People.refresh(pod, first)).refreshToken();
        var third = People.in(People.refresh(pod, second)).refreshToken();
        assertThat(Set.of(first, second, third)).hasSize(3);
    }

    @Test
    void refresh_oldOne_endsTheFamilyButNoOther() {
        People.register(pod, ADA);
        var other = People.signedIn(pod, ADA).refreshToken();
        var first = People.signedIn(pod, ADA).refreshToken();
        var second = People.in(People.refresh(pod, first)).refreshToken();
        assertThat(People.refresh(pod, first)).isEqualTo(SigningIn.WRONG);
        assertThat(People.refresh(pod, second)).isEqualTo(SigningIn.WRONG);
        assertThat(People.refresh(pod, other)).isInstanceOf(SignedIn.class);
    }

    @Test
    void refresh_sameTwentyTimesAtOnce_worksOnceAndEndsTheFamily() {
        People.register(pod, ADA);
        var token = People.signedIn(pod, ADA).refreshToken();
        var replies = await(Future.all(IntStream.range(0, 20)
                        .mapToObj(i -> pod.send(Caller.GUEST, UsersContract.REFRESH, new Refresh(token))
                                .map(answer -> answer.reply(UsersContract.REFRESH)))
                        .toList()))
                .<SessionReply>list();
        var in = replies.stream().filter(SignedIn.class::isInstance).toList();
        assertThat(in).hasSize(1);
        assertThat(People.refresh(pod, People.in(in.getFirst()).refreshToken())).isEqualTo(SigningIn.WRONG);
    }

    @Test
    void refresh_afterThirtyDays_isRefused() {
        People.register(pod, ADA);
        var token = People.signedIn(pod, ADA).refreshToken();
        clock.advance(Session.LIFETIME);
        assertThat(People.refresh(pod, token)).isEqualTo(SigningIn.WRONG);
    }

    @Test
    void refresh_nonsense_isRefused() {
        assertThat(People.refresh(pod, "nonsense")).isEqualTo(SigningIn.WRONG);
        assertThat(People.refresh(pod, "no.such")).isEqualTo(SigningIn.WRONG);
    }

    @Test
    void refresh_afterARestart_goesOn() {
        People.register(pod, ADA);
        var token = People.in(People.refresh(pod, People.signedIn(pod, ADA).refreshToken()))
                .refreshToken();
        close();
        open();
        assertThat(People.refresh(pod, token)).isInstanceOf(SignedIn.class);
    }

    @Test
    void signOut_session_endsIt() {
        People.register(pod, ADA);
        var token = People.signedIn(pod, ADA).refreshToken();
        pod.call(Caller.GUEST, UsersContract.SIGN_OUT, new SignOut(token));
        assertThat(People.refresh(pod, token)).isEqualTo(SigningIn.WRONG);
    }
}
