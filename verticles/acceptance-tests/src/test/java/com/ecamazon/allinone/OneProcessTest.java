package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.allinone.Crowd.Shown;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The one-JVM product as a process of its own: its demo, an import, killed while guests order, stopped in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OneProcessTest {
    private static final int GUESTS = 8;
    /** Three orders of each guest, and half of a fourth. */
    private static final int ENOUGH = 3 * GUESTS + GUESTS / 2;

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Set<String> SETTLED =
            Set.of("confirmed", "shipping", "delivered", "returned", "cancelled", "refused");
    private static final int TERMINATED = 128 + 15;
    private static ProductProcess product;

    @BeforeAll
    static void launch() {
        product = ProductProcess.launchOnUsedFolder("--no-city");
    }

    /** When it was stopped or killed; one that is just starting is left alone. */
    @BeforeEach
    void startAgain() {
        product.startAgain();
    }

    @AfterAll
    static void close() {
        product.close();
    }

    /** Its first start, in the middle of entering the demo. */
    @Test
    @Order(1)
    void up_terminatedDuringItsStart_stopsWithItsBankAndStartsAgain() throws InterruptedException {
        assertThat(Waiting.until(() -> product.said("Entering the demo catalogue"), SOON))
                .as("it starts")
                .isTrue();
        var bank = product.bank().orElseThrow();
        product.process().destroy();
        assertThat(product.process().waitFor(SOON)).as("it ends").isTrue();
        assertThat(product.process().exitValue()).as("by its signal").isEqualTo(TERMINATED);
        assertThat(bank.isAlive()).as("its bank runs").isFalse();
        assertThat(product.said("ecamazon: stopped before it was ready.")).isTrue();
        assertThat(product.said("a fault of the program")).isFalse();
        product.startAgain();
        assertThat(new Client(product.url()).get("/health/ready").status()).isEqualTo(200);
    }

    /** Before anybody buys, and after the first start was cut off. */
    @Test
    @Order(2)
    void demo_entered_isAllThere() {
        var guest = new Client(product.url());
        var page = guest.get("/api/products?limit=50").body();
        assertThat(page.path("total").asInt()).isGreaterThanOrEqualTo(1_000);
        assertThat(page.path("items"))
                .filteredOn(item -> item.path("available").asInt() >= 20
                        && item.path("available").asInt() <= 90)
                .hasSizeGreaterThanOrEqualTo(20);
        var first = guest.get(
                "/api/products/" + page.path("items").path(0).path("id").asText());
        assertThat(first.body().path("variants")).hasSizeGreaterThan(1);
        assertThat(guest.get(first.text("image")).header("Content-Type")).startsWith("image/svg+xml");
        assertThat(guest.get("/api/categories").body().path("items"))
                .filteredOn(category -> category.path("products").asInt() > 0)
                .hasSizeGreaterThanOrEqualTo(30);
        var staff = guest.signedIn("admin", "demo-admin");
        assertThat(staff.get("/api/depots").body().path("items")).hasSize(3);
        assertThat(staff.get("/api/centres").body().path("items")).hasSize(2);
        var vans = staff.get("/api/vehicles").body().path("items").findValuesAsText("id");
        assertThat(vans).hasSize(10).doesNotHaveDuplicates();
        assertThat(staff.get("/api/drivers").body().path("items").findValuesAsText("vehicle"))
                .as("each van has a driver")
                .containsExactlyInAnyOrderElementsOf(vans);
    }

    @Test
    @Order(3)
    void import_someRowsBad_namesTheirLinesAndEntersTheOthersOnce(@TempDir Path folder)
            throws IOException, InterruptedException {
        var good = List.of(
                "{'id':'zarf-1','title':'Zarf, small','supplier':'Zarfs','price':1999}",
                "{'id':'zarf-2','title':'Zarf, large','supplier':'Zarfs','price':2999}");
        var some = product.importing(
                folder, good.getFirst(), "{'id':'zarf-3','title':'Zarf for nothing'}", "zarf", good.getLast());
        assertThat(some.errors().lines().filter(line -> !line.isBlank()))
                .containsExactly("line 2: price is no whole number of cents", "line 3: is no valid JSON");
        assertThat(some.output()).contains("\r4 rows, 2 created").contains("4 rows: 2 products created, 0 changed,");
        assertThat(some.status()).isEqualTo(3);
        assertThat(Waiting.until(() -> new Client(product.url()).unitsOf("zarf").equals(List.of(25, 25)), SOON))
                .as("found, with units")
                .isTrue();

        var again = product.importing(folder, good.toArray(String[]::new));
        assertThat(again.output()).contains("2 rows: 0 products created, 0 changed, 2 as before, 0 bad rows skipped");
        assertThat(again.errors()).isEmpty();
        assertThat(again.status()).isZero();
        var stock = new Client(product.url()).signedIn("admin", "demo-admin").get("/api/stock/zarf-1");
        assertThat(stock.body().path("availableToPromise").asInt()).isEqualTo(25);
        assertThat(new Client(product.url()).unitsOf("zarf")).containsExactly(25, 25);
    }

    @Test
    void orders_productKilled_areThereAfterwardsAndAddUp(@TempDir Path folder)
            throws IOException, InterruptedException {
        var crowd = ordering();
        var bank = product.bank().orElseThrow();
        product.process().destroyForcibly().waitFor();
        var killed = Instant.now();
        crowd.end();
        assertThat(bank.isAlive())
                .as("the bank of the killed run is still there")
                .isTrue();
        product.startAgain();
        assertThat(bank.isAlive()).as("and is replaced").isFalse();
        areThere(crowd.shown(), killed);
        addUp(crowd.shown(), folder);
    }

    /** Nothing is lost or doubled by the auditor's reckoning, with the guests as witnesses; a lost order would be found. */
    private static void addUp(List<Shown> shown, Path folder) throws IOException, InterruptedException {
        var log = shown.stream()
                .map(order -> "{'number':'" + order.number() + "','status':" + order.status() + "}")
                .collect(Collectors.toList());
        var clean = product.auditing(folder, log);
        assertThat(clean.output()).as(clean.errors()).endsWith("no breaches\n");
        assertThat(clean.output()).contains("client log: " + log.size() + " lines", "not there yet: M7");
        assertThat(clean.status()).isZero();

        log.add("{'number':'EC00000000000000','status':201}");
        log.add("{'number':");
        var lost = product.auditing(folder, log);
        assertThat(lost.output())
                .contains("E8", "order EC00000000000000; client log line " + (log.size() - 1))
                .endsWith("1 breach\n");
        assertThat(lost.errors()).contains("client log line " + log.size() + " is no JSON");
        assertThat(lost.status()).isEqualTo(1);
    }

    @Test
    void orders_productAndBankKilled_areThereAfterwards() throws InterruptedException {
        var crowd = ordering();
        var bank = product.bank().orElseThrow();
        product.process().destroyForcibly();
        bank.destroyForcibly();
        product.process().waitFor();
        var killed = Instant.now();
        crowd.end();
        product.startAgain();
        areThere(crowd.shown(), killed);
    }

    /** Last, for the others would have to start it again. */
    @Test
    @Order(Integer.MAX_VALUE)
    void up_terminatedDuringOrders_stopsWithItsBank() throws InterruptedException {
        var crowd = ordering();
        var bank = product.bank().orElseThrow();
        product.process().destroy();
        assertThat(product.process().waitFor(60, TimeUnit.SECONDS))
                .as("it ends")
                .isTrue();
        assertThat(bank.isAlive()).as("its bank runs").isFalse();
        crowd.end();
    }

    private static Crowd ordering() throws InterruptedException {
        var crowd = new Crowd(product.url(), GUESTS, ENOUGH);
        assertThat(crowd.awaitEnough(SOON)).as("guests order").isTrue();
        return crowd;
    }

    /** Each is there as it was shown, ends, and is not ordered twice when it is sent again. */
    private static void areThere(List<Shown> shown, Instant killed) {
        var orders = new ConcurrentLinkedQueue<>(shown);
        Client.atOnce(GUESTS, () -> {
            var guest = new Client(product.url());
            for (var order = orders.poll(); order != null; order = orders.poll()) {
                isThere(guest, order, killed);
            }
            return guest;
        });
    }

    private static void isThere(Client guest, Shown order, Instant killed) {
        var owner = guest.with("Order-Token", order.orderToken());
        var path = "/api/orders/" + order.number();
        assertThat(owner.get(path).status()).as(order + " is there").isEqualTo(200);
        assertThat(Waiting.until(() -> SETTLED.contains(owner.get(path).text("state")), SOON))
                .as(order + " ends")
                .isTrue();
        if (order.status() == 201) {
            assertThat(confirmed(owner.get(path + "/timeline").body()))
                    .as(order + " was confirmed when the guest was told so, not when it was started again")
                    .isBefore(killed);
        }
        var again = guest.order(order.cart(), order.card(), order.key());
        assertThat(again.text("number"))
                .as(order + " sent again: " + again.body())
                .isEqualTo(order.number());
    }

    private static Instant confirmed(JsonNode timeline) {
        for (var entry : timeline.path("items")) {
            if (entry.path("what").asText().equals("order.confirmed")) {
                return Instant.parse(entry.path("at").asText());
            }
        }
        throw new AssertionError("never confirmed: " + timeline);
    }
}
