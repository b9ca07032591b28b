package com.ecamazon.allinone;

import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server (RFC 5321) that takes each mail only after a while. */
final class SlowMailServer implements AutoCloseable {
    private static final String LINE_END = "\r\n";
    private static final String SUBJECT = "Subject: ";

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final NetServer server;
    private final Queue<String> subjects = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private volatile long millis;

    SlowMailServer(Duration eachMail) {
        eachMailTakes(eachMail);
        server = LocalPod.await(
                vertx.createNetServer().connectHandler(this::greet).listen(0, "127.0.0.1"));
    }

    /** What it takes for the mails that come from now on. */
    void eachMailTakes(Duration time) {
        millis = Math.max(1, time.toMillis());
    }

    int port() {
        return server.actualPort();
    }

    /** The subjects of all mails that it was given, whether or not it has said so yet. */
    List<String> subjects() {
        return List.copyOf(subjects);
    }

    /** How many connections there were at most at one time. */
    int mostOpen() {
        return mostOpen.get();
    }

    private void greet(NetSocket socket) {
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        socket.closeHandler(closed -> open.decrementAndGet());
        socket.handler(RecordParser.newDelimited(LINE_END, new Conversation(socket)));
        say(socket, "220 slow");
    }

    private static void say(NetSocket socket, String line) {
        socket.write(line + LINE_END);
    }

    /** What is said on one connection. */
    private final class Conversation implements Handler<Buffer> {
        private final NetSocket socket;
        private boolean inMail;

        Conversation(NetSocket socket) {
            this.socket = socket;
        }

        @Override
        public void handle(Buffer bytes) {
            var line = bytes.toString();
            if (!inMail) {
                inMail = line.equals("DATA");
                say(socket, inMail ? "354 go on" : line.equals("QUIT") ? "221 bye" : "250 fine");
            } else if (line.equals(".")) {
                inMail = false;
                vertx.setTimer(millis, over -> say(socket, "250 taken"));
            } else if (line.startsWith(SUBJECT)) {
                subjects.add(line.substring(SUBJECT.length()));
            }
        }
    }

    @Override
    public void close() {
        LocalPod.await(vertx.close());
    }
}
