package com.ecamazon.allinone;

import com.ecamazon.city.City;
import com.ecamazon.dataserver.DataServer;
import com.ecamazon.dataserver.DataServerException;
import com.ecamazon.platform.Node;
import com.ecamazon.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * {@code up}: every domain in this JVM, the data server too, the bank beside it; in the foreground until TERM or Ctrl-C, which
 * may come while it starts.
 */
final class Up {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Duration IN_ORDER = Duration.ofSeconds(8);

    private final UpOptions options;
    private final Folder folder;
    private final BankProcess bank;
    /** What stops that which was started, last first. */
    private final Deque<Runnable> stops = new ConcurrentLinkedDeque<>();

    /** Fails when it is to stop, and with it whatever the start waits for. */
    private final Promise<Void> stopAsked = Promise.promise();

    private final CountDownLatch startEnded = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    Up(UpOptions options) {
        this.options = options;
        if (options.apart()) {
            throw new Refused("--apart is for cluster up; here all is one process.");
        }
        portIsFree(options.port());
        this.folder = Folder.open(options.data());
        var claim = FolderClaim.of(folder);
        this.bank = new BankProcess(folder);
        stops.push(claim::close);
    }

    void run() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try {
            start();
        } finally {
            startEnded.countDown();
        }
        waitUntilStopped();
    }

    private void start() {
        stops.push(bank::stop);
        if (options.fresh()) {
            bank.stop();
            folder.clear();
        }
        DemoData.ofBuild().enter(folder);
        var data = openData();
        stops.push(data::close);
        data.lost().thenAcceptAsync(Up::endWithoutData);
        var bankStarted = bank.start(options.port());
        var settings = new Settings(DomainSettings.of(folder, bank, data.url(), options));
        var node = Waiting.until(Node.alone(settings, InstantSource.system()), LONGEST, "the bus does not start");
        stops.push(() -> Waiting.until(node.close(Duration.ZERO), IN_ORDER, "it does not stop in order"));
        var deployed =
                SystemMap.DOMAINS.stream().map(part -> deploy(node, part)).toList();
        // Joined, so that nothing is half way when one fails and all is stopped.
        unlessStopped(Future.join(deployed), "the domains do not start");
        bankStarted.ready();
        unlessStopped(new DemoSeed(folder, node).enter(), DemoSeed.FAILED);
        unlessStopped(deploy(node, SystemMap.GATEWAY), "the gateway does not start");
        var url = "http://127.0.0.1:" + options.port();
        folder.note("url", url);
        if (options.city()) {
            City.start(node.vertx(), settings, url);
        }
        Greeting.print(url, folder, "Stop it with Ctrl-C.");
    }

    /** Waits for a step of the start; refuses as soon as it is to stop. */
    private <T> void unlessStopped(Future<T> step, String otherwise) {
        Promise<T> first = Promise.promise();
        stopAsked.future().onFailure(first::tryFail);
        step.onComplete(first::tryComplete, first::tryFail);
        Waiting.until(first.future(), LONGEST, otherwise);
    }

    private static Future<Void> deploy(Node node, SystemMap.Part part) {
        return node.deploy(part.service())
                .recover(failure -> Future.failedFuture(
                        new Refused(part.service().domain().address() + " does not start: " + failure.getMessage())));
    }

    private DataServer openData() {
        try {
            return DataServer.open(folder.data(), 0);
        } catch (DataServerException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
    }

    private static void endWithoutData(Throwable cause) {
        System.err.println("ecamazon: the data file can't be used any more, start it again: " + cause.getMessage());
        System.exit(1);
    }

    private void stop() {
        stopAsked.tryFail(new Refused("stopped before it was ready."));
        // What it is just starting is in no list yet.
        if (!await(startEnded, IN_ORDER)) {
            System.err.println("ecamazon: the start does not end.");
        }
        for (var one : stops) {
            try {
                one.run();
            } catch (RuntimeException e) {
                System.err.println("ecamazon: " + e.getMessage());
            }
        }
        stopped.countDown();
    }

    private static boolean await(CountDownLatch latch, Duration longest) {
        try {
            return latch.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void waitUntilStopped() {
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
