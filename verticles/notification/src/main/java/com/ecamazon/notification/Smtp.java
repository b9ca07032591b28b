package com.ecamazon.notification;

import com.ecamazon.notification.domain.Mail;
import com.ecamazon.notification.domain.MailBody;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.concurrent.TimeUnit;

/** Hands mails to the server. */
final class Smtp {
    /** How long a mail may take, in seconds; shorter than the lease on it. */
    static final int LONGEST_SECONDS = 10;

    private static final int CONNECT_MILLIS = 3_000;

    private final MailClient client;
    private final MailServer server;

    Smtp(Vertx vertx, MailServer server) {
        this.server = server;
        var config = new MailConfig(server.host(), server.port())
                .setMaxPoolSize(server.connections())
                .setStarttls(StartTLSOptions.OPTIONAL)
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout(LONGEST_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        if (!server.user().isEmpty()) {
            config.setLogin(LoginOption.REQUIRED)
                    .setUsername(server.user())
                    .setPassword(server.password())
                    .setStarttls(StartTLSOptions.REQUIRED);
        }
        client = MailClient.create(vertx, config);
    }

    int connections() {
        return server.connections();
    }

    /** Succeeds when the server has taken it. */
    Future<Void> send(String id, Mail mail) {
        var message = new MailMessage()
                .setFrom(server.from())
                .setTo(mail.to().value())
                .setSubject(mail.title())
                .setText(MailBody.plain(mail.paragraphs()))
                .setHtml(MailBody.html(mail.title(), mail.paragraphs()))
                .addHeader("Message-ID", "<" + id + "@" + domain() + ">")
                .addHeader("Auto-Submitted", "auto-generated");
        return client.sendMail(message)
                .timeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                .mapEmpty();
    }

    /** Whether the server would refuse the same mail again. */
    static boolean isHopeless(Throwable failure) {
        return failure instanceof SMTPException refused && refused.isPermanent();
    }

    Future<Void> close() {
        return client.close();
    }

    private String domain() {
        return server.from().substring(server.from().indexOf('@') + 1).replace(">", "");
    }
}
