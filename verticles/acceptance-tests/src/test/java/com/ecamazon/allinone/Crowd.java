package com.ecamazon.allinone;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Guests who fill a cart each and then order at once, again and again, until nobody answers any more. So many answers come in
 * few milliseconds that a kill between them meets writes of all ages.
 */
final class Crowd {
    private static final String APPROVED = "4242424242424242";

    private final String url;
    private final List<String> skus = new ArrayList<>();
    private final Queue<Shown> shown = new ConcurrentLinkedQueue<>();
    private final List<Thread> guests = new ArrayList<>();

    /** An order whose number a guest was shown, and what was sent for it. */
    record Shown(int status, String number, String orderToken, String key, String cart, String card) {}

    private final CountDownLatch enough;
    private final Phaser together;

    Crowd(String url, int size, int enough) {
        this.url = url;
        this.enough = new CountDownLatch(enough);
        this.together = new Phaser(size);
        for (JsonNode item :
                new Client(url).get("/api/products?limit=100").body().path("items")) {
            skus.add(item.path("sku").asText());
        }
        for (int i = 0; i < size; i++) {
            guests.add(Thread.ofVirtual().start(this::orderWhileAnswered));
        }
    }

    /** Returns in the moment in which enough orders were shown; false when that takes too long. */
    boolean awaitEnough(Duration longest) throws InterruptedException {
        return enough.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What guests were shown so far. */
    List<Shown> shown() {
        return List.copyOf(shown);
    }

    /** Waits until the last guest has given up. */
    void end() throws InterruptedException {
        for (var guest : guests) {
            guest.join();
        }
    }

    private void orderWhileAnswered() {
        var guest = new Client(url);
        var card = guest.card(APPROVED);
        boolean answered = true;
        while (answered) {
            var sku = skus.get(ThreadLocalRandom.current().nextInt(skus.size()));
            var cart = guest.cartWith(sku, 1).text("id");
            var key = UUID.randomUUID().toString();
            together.arriveAndAwaitAdvance();
            var reply = guest.order(cart, card, key);
            answered = reply.status() != 0;
            if (reply.status() == 201 || reply.status() == 202) {
                shown.add(new Shown(reply.status(), reply.text("number"), reply.text("orderToken"), key, cart, card));
                enough.countDown();
            }
        }
        together.arriveAndDeregister();
    }
}
