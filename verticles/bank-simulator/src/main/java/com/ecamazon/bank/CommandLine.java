package com.ecamazon.bank;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the bank is started with. */
final class CommandLine {

    private static final Set<String> FLAGS =
            Set.of("--host", "--port", "--data", "--api-key-file", "--webhook-secret-file", "--callback");
    private static final int LARGEST_PORT = 65_535;

    private CommandLine() {}

    /** Options from flags and environment; throws {@link IllegalArgumentException} with one sentence. */
    static BankOptions read(String[] args, Map<String, String> environment) {
        Map<String, String> flags = flags(args);
        Secrets secrets = new Secrets(
                secret(flags, "--api-key-file", environment, "BANK_API_KEY"),
                secret(flags, "--webhook-secret-file", environment, "BANK_WEBHOOK_SECRET"));
        String data = flags.get("--data");
        if (data == null) {
            throw new IllegalArgumentException("--data DIR is missing");
        }
        BankOptions options = BankOptions.of(Path.of(data), secrets)
                .listeningOn(flags.getOrDefault("--host", "127.0.0.1"), port(flags.getOrDefault("--port", "0")));
        String callback = flags.get("--callback");
        return callback == null ? options : options.callingBack(url(callback));
    }

    private static Map<String, String> flags(String[] args) {
        Map<String, String> flags = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!FLAGS.contains(args[i])) {
                throw new IllegalArgumentException("Unknown option " + args[i] + "; there are "
                        + String.join(" ", FLAGS.stream().sorted().toList()));
            }
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value");
            }
            flags.put(args[i], args[i + 1]);
        }
        return flags;
    }

    private static String secret(
            Map<String, String> flags, String flag, Map<String, String> environment, String variable) {
        String file = flags.get(flag);
        String value = file == null ? environment.get(variable) : firstLine(flag, Path.of(file));
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("Give a secret by " + flag + " or in " + variable);
        }
        return value.strip();
    }

    private static String firstLine(String flag, Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new IllegalArgumentException("The file of " + flag + " cannot be read: " + file, e);
        }
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= LARGEST_PORT) {
                return port;
            }
        } catch (NumberFormatException _) {
            // Answered below, as a number out of range.
        }
        throw new IllegalArgumentException("--port must be 0 to " + LARGEST_PORT);
    }

    private static URI url(String text) {
        try {
            return BankRoutes.callbackUrl(text);
        } catch (Problem e) {
            throw new IllegalArgumentException("--callback must be an absolute http or https address", e);
        }
    }
}
