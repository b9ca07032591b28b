package com.ecamazon.allinone;

import com.ecamazon.city.City;
import com.ecamazon.dataserver.DataServer;
import com.ecamazon.dataserver.DataServerException;
import com.ecamazon.platform.Node;
import com.ecamazon.platform.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/** {@code up}: every domain in this JVM, the data server too, the bank beside it; in the foreground until TERM or Ctrl-C. */
final class Up {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final UpOptions options;
    private final Folder folder;
    private final BankProcess bank;

    Up(UpOptions options) {
        this.options = options;
        portIsFree(options.port());
        this.folder = Folder.open(options.data());
        this.bank = new BankProcess(folder);
    }

    void run() {
        if (options.fresh()) {
            bank.stop();
            folder.clear();
        }
        var data = openData();
        Runtime.getRuntime().addShutdownHook(new Thread(bank::stop, "stop-bank"));
        bank.start(options.port());
        var settings = new Settings(DomainSettings.of(folder, bank, data.url(), options));
        var node = Waiting.until(Node.alone(settings, InstantSource.system()), LONGEST, "the bus does not start");
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node, data, stopped), "stop"));
        for (var part : SystemMap.DOMAINS) {
            Waiting.until(node.deploy(part.service()), LONGEST, part.service().domain().address() + " does not start");
        }
        new DemoSeed(folder, node).enter();
        Waiting.until(node.deploy(SystemMap.GATEWAY.service()), LONGEST, "the gateway does not start");
        var url = "http://127.0.0.1:" + options.port();
        folder.note("url", url);
        if (options.city()) {
            City.start(node.vertx(), settings, url);
        }
        Greeting.print(url, folder, "Stop it with Ctrl-C.");
        waitFor(stopped);
    }

    private DataServer openData() {
        try {
            return DataServer.open(folder.data(), 0);
        } catch (DataServerException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
    }

    private static void stop(Node node, DataServer data, CountDownLatch stopped) {
        try {
            Waiting.until(node.close(Duration.ZERO), Duration.ofSeconds(15), "it does not stop in order");
        } catch (Refused e) {
            System.err.println("ecamazon: " + e.getMessage());
        } finally {
            data.close();
            stopped.countDown();
        }
    }

    private static void waitFor(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void portIsFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new Refused("port " + port + " is taken; choose another with --port.");
        }
    }
}
