package com.ecamazon.allinone;

import com.ecamazon.bank.BankApp;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The bank simulator as a process of its own. One that an earlier run left behind is stopped first. */
final class BankProcess {
    static final String NAME = "bank";

    private static final int PORT = 1;
    private static final int HEAP = 256;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Folder folder;
    private final Child child;

    BankProcess(Folder folder) {
        this.folder = folder;
        this.child = new Child(folder, NAME);
    }

    String url() {
        return "http://" + Apart.hostOf(folder) + ":" + folder.port(PORT);
    }

    /** Starts the bank, which calls back at the gateway's port; it is not waited for. */
    Started start(int gatewayPort) {
        stop();
        var process = child.start(BankApp.class, JvmFlags.ofQuiet(HEAP), arguments(gatewayPort), Map.of());
        return new Started(child, process, url() + "/health");
    }

    /** A bank that was started. */
    record Started(Child child, Process process, String health) {
        /** Waits until it answers. */
        void ready() {
            boolean up = Waiting.until(() -> !process.isAlive() || Waiting.answers(health), LONGEST);
            if (!up || !process.isAlive()) {
                throw new Refused("the bank simulator does not start: " + child.lastWords());
            }
        }
    }

    List<String> arguments(int gatewayPort) {
        return List.of(
                "--host", Apart.hostOf(folder),
                "--port", String.valueOf(folder.port(PORT)),
                "--data", folder.bank().toString(),
                "--api-key-file", folder.secretFile("bank-api-key").toString(),
                "--webhook-secret-file",
                        folder.secretFile("bank-webhook-secret").toString(),
                "--callback", "http://127.0.0.1:" + gatewayPort + "/api/bank/callbacks");
    }

    void stop() {
        child.stop(Duration.ofSeconds(3));
    }

    /** What Payment needs to know. */
    Map<String, String> settings() {
        return Map.of(
                "BANK_URL", url(),
                "BANK_API_KEY_FILE", folder.secretFile("bank-api-key").toString(),
                "BANK_WEBHOOK_SECRET_FILE",
                        folder.secretFile("bank-webhook-secret").toString());
    }
}
