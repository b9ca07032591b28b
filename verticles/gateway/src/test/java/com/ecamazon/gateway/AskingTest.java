package com.ecamazon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shop.Catalogue.Categories;
import com.ecamazon.contract.shop.Catalogue.Product;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.bus.Bindings;
import com.ecamazon.platform.bus.Encoded;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gateway with a domain behind it answers, and what it says of its work. */
class AskingTest {
    private static RunningGateway gateway;

    /** Sells whatever it is asked for. */
    private static final class Stall extends DomainVerticle {
        Stall(Platform platform) {
            super(platform, Domain.SHOP);
        }

        @Override
        protected Future<?> prepare() {
            return Future.succeededFuture();
        }

        @Override
        protected void bind(Bindings bindings) {
            bindings.serveEncoded(
                    ShopContract.PRODUCT,
                    request -> Future.succeededFuture(
                            Encoded.of(product(request.body().id()))));
            bindings.serve(ShopContract.CATEGORIES, request -> Future.succeededFuture(new Categories(List.of())));
        }

        private static Product product(ProductId id) {
            var title = "the title of " + id;
            return new Product(
                    id, new Sku("s"), title, null, null, null, new Money(1, "EUR"), "", 1, List.of(), Map.of(), 1);
        }
    }

    @BeforeAll
    static void open() throws IOException {
        gateway = new RunningGateway(InstantSource.fixed(Instant.now()), new Service(Domain.SHOP, Stall::new));
    }

    @AfterAll
    static void close() {
        gateway.close();
    }

    private static String ask(String method, String path) throws IOException {
        return gateway.answers(method + " " + path + " HTTP/1.1\r\nHost: shop\r\n\r\n"
                + "DELETE /api/nothing HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n");
    }

    private static String first(String answers) {
        return answers.substring(0, answers.indexOf("HTTP/1.1", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/products/lamp", "/api/categories"})
    void head_ofWhatCanBeHad_isGetWithoutTheBody(String path) throws IOException {
        var whole = first(ask("GET", path));
        int body = whole.indexOf("\r\n\r\n") + 4;
        var head = first(ask("HEAD", path));

        assertThat(whole).startsWith("HTTP/1.1 200");
        assertThat(body).isLessThan(whole.length());
        assertThat(head.lines())
                .containsExactlyInAnyOrderElementsOf(
                        whole.substring(0, body).lines().toList());
    }

    @ParameterizedTest
    @CsvSource({"/api/products/lamp/recommendations,501", "/api/orders,401", "/api/carts,405"})
    void head_ofWhatCannotBeHad_hasNoBodyEither(String path, int status) throws IOException {
        assertThat(first(ask("HEAD", path))).startsWith("HTTP/1.1 " + status).endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource({"lamp,lamp", "l%C3%A4mp%20%22,l\u00e4mp \\\"", "a+b,a+b"})
    void id_ofAnyCharacters_reachesTheDomain(String sent, String shown) throws IOException {
        var answer = new String(
                ask("GET", "/api/products/" + sent).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        assertThat(answer).contains("\"title\":\"the title of " + shown + "\"");
    }

    @Test
    void presence_afterRequests_tellsTheirRateAndThatOfErrors() throws IOException {
        ask("GET", "/api/products/lamp");
        ask("GET", "/api/products/lamp/recommendations");

        LocalPod.eventually(() -> gateway.presence().errorsPerSecond() > 0, "a rate of errors");
        assertThat(gateway.presence().requestsPerSecond())
                .isGreaterThan(gateway.presence().errorsPerSecond());
    }
}
