package com.ecamazon.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Contracts;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What each message looks like on the wire, kept in {@code bus-contracts/golden}. A change there is a change that running pods
 * and clients see; {@code -Dgolden.update=true} writes the files anew, to be looked at.
 */
class GoldenMessagesTest {
    private static final Path GOLDEN = Path.of("..", "..", "bus-contracts", "golden");

    @ParameterizedTest
    @EnumSource(Domain.class)
    void messages_written_areAsKept(Domain domain) throws IOException {
        var file = GOLDEN.resolve(domain.address() + ".json");
        var now = messages(domain);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(now) + "\n");
        }
        assertThat(file).as("run once with -Dgolden.update=true and look at it").exists();
        assertThat(now).isEqualTo(Json.tree(Files.readAllBytes(file)));
    }

    @ParameterizedTest
    @EnumSource(Domain.class)
    void messages_read_areWhatWasWritten(Domain domain) {
        for (var operation : Contracts.OPERATIONS) {
            if (operation.domain() == domain) {
                var request = Samples.of(operation.request());
                assertThat(Json.<Object>read(Json.write(request), Json.type(operation.request())))
                        .as(operation.name())
                        .isEqualTo(request);
                for (var variant : Json.variants(operation.reply())) {
                    var form = Replies.of(variant);
                    var body = form.body(Samples.of(variant));
                    assertThat(form.body(form.read(body))).as(variant.getName()).isEqualTo(body);
                }
            }
        }
        Contracts.TOPICS.stream().filter(topic -> topic.domain() == domain).forEach(topic -> {
            for (var variant : Json.variants(topic.event())) {
                var type = Json.type(topic.event());
                var event = Samples.of(variant);
                assertThat(Json.<Object>read(Json.write(event, type), type)).isEqualTo(event);
            }
        });
    }

    private static ObjectNode messages(Domain domain) {
        var root = Json.object();
        Contracts.OPERATIONS.stream()
                .filter(operation -> operation.domain() == domain)
                .sorted(Comparator.comparing(Operation::name))
                .forEach(operation -> {
                    var node = root.putObject(operation.name());
                    node.set("request", Json.tree(Json.write(Samples.of(operation.request()))));
                    for (var variant : Json.variants(operation.reply())) {
                        node.set(variant.getSimpleName(), reply(variant));
                    }
                });
        Contracts.TOPICS.stream().filter(topic -> topic.domain() == domain).forEach(topic -> {
            var node = root.putObject("topic " + topic.name());
            for (var variant : Json.variants(topic.event())) {
                node.set(variant.getSimpleName(), Json.tree(Json.write(Samples.of(variant), Json.type(topic.event()))));
            }
        });
        Contracts.FEEDS.stream()
                .filter(feed -> feed.domain() == domain)
                .forEach(feed -> root.set(feed.name(), Json.tree(Json.write(Samples.of(feed.news())))));
        return root;
    }

    private static JsonNode reply(Class<?> variant) {
        var form = Replies.of(variant);
        var sample = Samples.of(variant);
        var node = Json.object().put("status", form.status()).put("contentType", form.contentType());
        form.headers(sample).forEach(node::put);
        if (form.contentType().equals("application/json") || form.contentType().equals(Replies.PROBLEM)) {
            node.set("body", Json.tree(form.body(sample)));
        } else {
            node.put("body", new String(form.body(sample), StandardCharsets.UTF_8));
        }
        return node;
    }
}
