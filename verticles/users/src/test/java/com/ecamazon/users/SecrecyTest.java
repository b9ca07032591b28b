package com.ecamazon.users;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.ecamazon.contract.Caller;
import com.ecamazon.contract.users.Accounts.SignOut;
import com.ecamazon.contract.users.UsersContract;
import com.ecamazon.platform.testing.LocalPod;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class SecrecyTest {
    private static final String WRONG_PASSWORD = "a wrong horse 81273";

    @TempDir
    private Path folder;

    @Test
    void run_everySecretUsed_noneIsInDataOrLogs() throws IOException {
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(logged);
        root.setLevel(Level.DEBUG);
        var secrets = new ArrayList<String>(List.of(People.PASSWORD, WRONG_PASSWORD, LocalPod.SECRET));
        try (var pod = LocalPod.open(folder, Map.of(), InstantSource.system(), UsersApp.SERVICE)) {
            use(pod, secrets);
        } finally {
            root.setLevel(Level.WARN);
            root.detachAppender(logged);
        }
        var data = data();
        assertThat(data).as("the data is read").contains("ada@example.test", "argon2id");
        var log = List.copyOf(logged.list).stream().map(SecrecyTest::text).collect(Collectors.joining("\n"));
        assertThat(log).as("the log is read").contains("came twice");
        for (var secret : secrets) {
            assertThat(data.contains(secret)).as("in the data: %s", secret).isFalse();
            assertThat(log.contains(secret)).as("in the log: %s", secret).isFalse();
        }
    }

    private static void use(LocalPod pod, List<String> secrets) {
        People.register(pod, "ada@example.test");
        People.signIn(pod, "ada@example.test", WRONG_PASSWORD);
        var first = People.signedIn(pod, "ada@example.test");
        var second = People.in(People.refresh(pod, first.refreshToken()));
        People.refresh(pod, first.refreshToken());
        var other = People.signedIn(pod, "ada@example.test");
        pod.call(Caller.GUEST, UsersContract.SIGN_OUT, new SignOut(other.refreshToken()));
        for (var in : List.of(first, second, other)) {
            assertThat(in.toString()).isEqualTo("SignedIn");
            secrets.add(in.accessToken());
            secrets.add(in.accessToken().substring(in.accessToken().lastIndexOf('.') + 1));
            secrets.add(in.refreshToken());
            secrets.add(in.refreshToken().substring(in.refreshToken().indexOf('.') + 1));
        }
    }

    private static String text(ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        return event.getFormattedMessage() + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
    }

    private String data() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
