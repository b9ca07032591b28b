package com.ecamazon.allinone;

import com.ecamazon.bank.BankApp;
import com.ecamazon.dataserver.DataServer;
import com.ecamazon.platform.Node;
import com.ecamazon.platform.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * {@code rehearse --data DIR}: starts every kind of process once, all in this JVM, with the demo's data, and lets guests shop.
 * The script runs it after a build with {@code -XX:AOTCacheOutput}, so that later starts find their classes loaded and linked
 * and know what is worth compiling.
 */
final class Rehearsal {
    private static final int GATEWAY_PORT = 60;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration SHOPPING = Duration.ofSeconds(30);
    private static final List<String> PAGES =
            List.of("/health/ready", "/", "/api/products?q=lamp", "/api/categories", "/api/openapi.json", "/metrics");

    private final Folder folder;

    Rehearsal(UpOptions options) {
        folder = Folder.open(options.data());
    }

    void run() throws InterruptedException {
        int port = folder.port(GATEWAY_PORT);
        var bank = new BankProcess(folder);
        try (var data = DataServer.open(folder.data(), 0)) {
            BankApp.main(bank.arguments(port).toArray(String[]::new));
            var options = new UpOptions(port, folder.root(), false, false, false);
            var settings = DomainSettings.own(folder, bank, data.url(), options);
            var own = new Settings(settings).with(new PodSet(folder, settings).founding());
            var node = Waiting.until(Node.clustered(own, InstantSource.system()), LONGEST, "no cluster is founded");
            SystemMap.DOMAINS.forEach(part -> deploy(node, part));
            Waiting.until(new DemoSeed(folder, node).enter(), LONGEST, DemoSeed.FAILED);
            deploy(node, SystemMap.GATEWAY);
            for (var page : PAGES) {
                if (!Waiting.until(() -> Waiting.answers("http://127.0.0.1:" + port + page), LONGEST)) {
                    throw new Refused(page + " does not answer.");
                }
            }
            new RehearsedShopping(Waiting.HTTP, "http://127.0.0.1:" + port).run(SHOPPING);
            Waiting.until(node.close(Duration.ZERO), LONGEST, "it does not stop");
        }
    }

    private static void deploy(Node node, SystemMap.Part part) {
        Waiting.until(
                node.deploy(part.service()), LONGEST, part.service().domain().address() + " does not start");
    }
}
