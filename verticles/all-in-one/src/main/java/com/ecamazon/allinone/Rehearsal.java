package com.ecamazon.allinone;

import com.ecamazon.bank.BankApp;
import com.ecamazon.dataserver.DataServer;
import com.ecamazon.platform.Node;
import com.ecamazon.platform.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * {@code rehearse --data DIR}: starts every kind of process, all in this JVM, to enter the demo's data and keep it for first
 * starts; then once more, and lets guests shop. The script runs it after a build with {@code -XX:AOTCacheOutput}, so that later
 * starts find their classes loaded and linked and know what is worth compiling.
 */
final class Rehearsal {
    private static final int GATEWAY_PORT = 60;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration SHOPPING = Duration.ofSeconds(30);
    private static final List<String> PAGES =
            List.of("/health/ready", "/", "/api/products?q=lamp", "/api/categories", "/api/openapi.json", "/metrics");

    private final Folder folder;
    private final BankProcess bank;
    private final int port;

    /** What is done while all runs. */
    private interface Scene {
        void play() throws InterruptedException;
    }

    Rehearsal(UpOptions options) {
        folder = Folder.open(options.data());
        bank = new BankProcess(folder);
        port = folder.port(GATEWAY_PORT);
    }

    void run() throws InterruptedException {
        BankApp.main(bank.arguments(port).toArray(String[]::new));
        start(this::visitPages);
        DemoData.ofBuild().keep(folder);
        start(() -> new RehearsedShopping(Waiting.HTTP, "http://127.0.0.1:" + port).run(SHOPPING));
    }

    private void start(Scene scene) throws InterruptedException {
        try (var data = DataServer.open(folder.data(), 0)) {
            var options = new UpOptions(port, folder.root(), false, false, false);
            var settings = DomainSettings.own(folder, bank, data.url(), options);
            var own = new Settings(settings).with(new PodSet(folder, settings).founding());
            var node = Waiting.until(Node.clustered(own, InstantSource.system()), LONGEST, "no cluster is founded");
            SystemMap.DOMAINS.forEach(part -> deploy(node, part));
            Waiting.until(new DemoSeed(folder, node).enter(), LONGEST, DemoSeed.FAILED);
            deploy(node, SystemMap.GATEWAY);
            scene.play();
            Waiting.until(node.close(Duration.ZERO), LONGEST, "it does not stop");
        }
    }

    private void visitPages() {
        for (var page : PAGES) {
            if (!Waiting.until(() -> Waiting.answers("http://127.0.0.1:" + port + page), LONGEST)) {
                throw new Refused(page + " does not answer.");
            }
        }
    }

    private static void deploy(Node node, SystemMap.Part part) {
        Waiting.until(
                node.deploy(part.service()), LONGEST, part.service().domain().address() + " does not start");
    }
}
