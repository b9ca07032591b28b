package com.ecamazon.notification;

import com.ecamazon.platform.Settings;
import java.util.Optional;

/**
 * The SMTP server that takes our mails.
 *
 * @param user empty when it asks for no sign-in
 * @param from the sender that people see
 * @param connections how many mails are sent at once
 */
record MailServer(String host, int port, String user, String password, String from, int connections) {
    private static final int PORT = 25;
    private static final int CONNECTIONS = 4;

    /** Empty when no server is set. */
    static Optional<MailServer> from(Settings settings) {
        return settings.text("SMTP_HOST")
                .map(host -> new MailServer(
                        host,
                        settings.integer("SMTP_PORT", PORT),
                        settings.text("SMTP_USER", ""),
                        settings.secret("SMTP_PASSWORD").orElse(""),
                        settings.text("MAIL_FROM", "ECAMazon <no-reply@ecamazon.test>"),
                        settings.integer("MAIL_CONNECTIONS", CONNECTIONS)));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
