package com.ecamazon.gateway;

import com.ecamazon.contract.Access;
import com.ecamazon.contract.Contracts;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Role;
import com.ecamazon.platform.json.Json;
import com.ecamazon.platform.json.Replies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.Comparator;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The OpenAPI 3.1 document of all routes, made from the contracts. */
final class ApiDocument {
    private final byte[] bytes = Json.write(document());

    void mount(Router router) {
        router.get("/api/openapi.json")
                .method(HttpMethod.HEAD)
                .handler(context -> context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .end(Buffer.buffer(bytes)));
    }

    /** The document. */
    static ObjectNode document() {
        var root = Json.object().put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", "ECAMazon")
                .put("version", "0.1.0")
                .put(
                        "description",
                        "An online shop, complete from the click to the doorbell. Money is in minor units.");
        root.putArray("servers").addObject().put("url", "/");
        var schemas = new Schemas();
        var paths = root.putObject("paths");
        var byPath = new TreeMap<String, ObjectNode>();
        Contracts.OPERATIONS.stream()
                .filter(operation -> operation.route().isPresent())
                .sorted(Comparator.comparing(Operation::name))
                .forEach(operation -> {
                    var route = operation.route().orElseThrow();
                    byPath.computeIfAbsent(route.path(), path -> Json.object())
                            .set(route.method().name().toLowerCase(Locale.ROOT), describe(operation, schemas));
                });
        byPath.forEach(paths::set);
        var components = root.putObject("components");
        components.set("schemas", schemas.all());
        var bearer = components.putObject("securitySchemes").putObject("bearer");
        bearer.put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT");
        return root;
    }

    private static ObjectNode describe(Operation<?, ?> operation, Schemas schemas) {
        var form = new Form<>(operation);
        var node = Json.object()
                .put("operationId", operation.name())
                .put("summary", operation.summary())
                .put("description", access(operation.access()));
        node.putArray("tags").add(operation.domain().address());
        security(node, operation.access());
        parameters(node, form, schemas);
        body(node, form, schemas);
        var responses = node.putObject("responses");
        for (var variant : Json.variants(operation.reply())) {
            var reply = Replies.of(variant);
            var status = String.valueOf(reply.status());
            var response = responses.has(status) ? (ObjectNode) responses.get(status) : responses.putObject(status);
            var title = reply.code().isEmpty() ? variant.getSimpleName() : reply.code();
            response.put(
                    "description",
                    response.hasNonNull("description")
                            ? response.get("description").asText() + ", " + title
                            : title);
            if (!response.has("content")) {
                response.putObject("content")
                        .putObject(reply.contentType())
                        .set("schema", reply.code().isEmpty() ? schemas.reply(variant) : schemas.problem());
            }
        }
        problem(responses, "400", "The request is not valid", schemas);
        problem(responses, "503", "The domain is away", schemas);
        if (operation.access().rule() != Access.Rule.ANYONE) {
            problem(responses, "401", "Not signed in", schemas);
            problem(responses, "403", "The role does not allow it", schemas);
            problem(responses, "404", "Not there, or not yours", schemas);
        }
        return node;
    }

    private static String access(Access access) {
        return switch (access.rule()) {
            case ANYONE -> "Everybody may.";
            case SIGNED_IN -> "Everybody who is signed in may.";
            case OWNER -> "Its owner may" + (access.roles().isEmpty() ? "." : ", and: " + roles(access) + ".");
            case ROLES -> "Only: " + roles(access) + ".";
            case INTERNAL -> "Domains only.";
        };
    }

    private static String roles(Access access) {
        return access.roles().stream()
                .map(Role::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static void security(ObjectNode node, Access access) {
        var security = node.putArray("security");
        if (access.rule() == Access.Rule.ANYONE || access.rule() == Access.Rule.OWNER) {
            security.addObject();
        }
        security.addObject().putArray("bearer");
    }

    private static void parameters(ObjectNode node, Form<?, ?> form, Schemas schemas) {
        var parameters = node.putArray("parameters");
        for (var part : form.parts()) {
            switch (part.source()) {
                case PATH, QUERY, HEADER -> {
                    var where = part.source().name().toLowerCase(Locale.ROOT);
                    parameters
                            .addObject()
                            .put("name", part.key())
                            .put("in", where)
                            .put("required", part.source() == Form.Source.PATH)
                            .set("schema", schemas.of(part.type()));
                }
                default -> {}
            }
        }
    }

    private static void body(ObjectNode node, Form<?, ?> form, Schemas schemas) {
        var raw = form.parts().stream().anyMatch(part -> part.source() == Form.Source.RAW_BODY);
        var fields = form.parts().stream()
                .filter(part -> part.source() == Form.Source.BODY)
                .toList();
        if (!raw && fields.isEmpty()) {
            return;
        }
        var content = node.putObject("requestBody").put("required", true).putObject("content");
        var schema = Json.object().put("type", "object");
        var properties = schema.putObject("properties");
        fields.forEach(part -> properties.set(part.name(), schemas.of(part.type())));
        content.putObject("application/json").set("schema", schema);
    }

    private static void problem(ObjectNode responses, String status, String text, Schemas schemas) {
        if (!responses.has(status)) {
            responses
                    .putObject(status)
                    .put("description", text)
                    .putObject("content")
                    .putObject(Replies.PROBLEM)
                    .set("schema", schemas.problem());
        }
    }
}
