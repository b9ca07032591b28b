package com.ecamazon.loadtest;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import java.util.UUID;

/**
 * Guests who look at the list, open a product, put one unit of it into a cart and order it. Succeeds when fewer than one in
 * a hundred requests fail; an order that is accepted but not yet confirmed (202) is no failure.
 */
public final class OrderPath extends Simulation {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofMillis(800);

    private static final ChainBuilder BROWSE = exec(http("list")
                    .get("/api/products?limit=24")
                    .check(status().is(200)))
            .pause(SHORT, LONG)
            .exec(http("product").get("/api/products/#{product}").check(status().is(200)))
            .pause(SHORT, LONG);

    private static final ChainBuilder FILL_CART = exec(http("create cart")
                    .post("/api/carts")
                    .body(StringBody("{}"))
                    .check(status().is(201), jsonPath("$.id").saveAs("cart")))
            .exec(http("add line")
                    .post("/api/carts/#{cart}/lines")
                    .body(StringBody("{\"sku\":\"#{sku}\",\"quantity\":1}"))
                    .check(status().is(200)))
            .pause(SHORT, LONG);

    private static final ChainBuilder CHECK_OUT = exec(http("tokenise card")
                    .post("/api/payment-methods")
                    .body(StringBody("""
                            {"number":"4242424242424242","expMonth":12,"expYear":2035,"cvc":"123","name":"Load Test"}"""))
                    .check(status().is(201), jsonPath("$.token").saveAs("token")))
            .exec(http("delivery options")
                    .get("/api/delivery-options")
                    .queryParam("cart", "#{cart}")
                    .queryParam("postalCode", "1012AB")
                    .check(status().is(200), jsonPath("$.items[0].id").saveAs("delivery")))
            .pause(SHORT, LONG)
            .exec(session -> session.set("key", UUID.randomUUID().toString()))
            .exec(http("place order")
                    .post("/api/orders")
                    .header("Idempotency-Key", "#{key}")
                    .body(StringBody("""
                            {"cart":"#{cart}","email":"load@example.com","deliveryOption":"#{delivery}",
                             "address":{"name":"Load Test","street":"Dam 1","postalCode":"1012AB","city":"Amsterdam","country":"NL"},
                             "payment":{"token":"#{token}"}}"""))
                    .check(status().in(201, 202), jsonPath("$.number").exists()));

    public OrderPath() {
        var settings = LoadSettings.fromSystemProperties();
        var products = listFeeder(new LiveCatalogue(settings.url()).inStock(1)).random();
        ScenarioBuilder guests = scenario("guest orders")
                .feed(products)
                .exec(BROWSE)
                .exitHereIfFailed()
                .exec(FILL_CART)
                .exitHereIfFailed()
                .exec(CHECK_OUT);
        setUp(guests.injectOpen(
                        constantUsersPerSec(settings.usersPerSecond()).during(Duration.ofSeconds(settings.seconds()))))
                .protocols(http.baseUrl(settings.url().toString())
                        .acceptHeader("application/json")
                        .contentTypeHeader("application/json"))
                .assertions(global().failedRequests().percent().lt(1.0));
    }
}
