package com.ecamazon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Access;
import com.ecamazon.contract.Contracts;
import com.ecamazon.contract.Operation;
import com.ecamazon.platform.json.Json;
import com.ecamazon.platform.json.Replies;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ApiDocumentTest {
    private static final List<Operation<?, ?>> ROUTED = Contracts.OPERATIONS.stream()
            .filter(operation -> operation.route().isPresent())
            .toList();

    @Test
    void document_parsed_isValidOpenApi() {
        var text = new String(Json.write(ApiDocument.document()), StandardCharsets.UTF_8);
        var parsed = new OpenAPIV3Parser().readContents(text, null, new ParseOptions());
        assertThat(parsed.getMessages()).isNullOrEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).isNotEmpty();
    }

    @Test
    void operation_withARoute_isDocumentedAndFoundThere() {
        var paths = ApiDocument.document().path("paths");
        var routes = RouteTable.of(Contracts.OPERATIONS);
        for (var operation : ROUTED) {
            var route = operation.route().orElseThrow();
            var documented = paths.path(route.path()).path(route.method().name().toLowerCase(Locale.ROOT));
            assertThat(documented.path("operationId").asText()).isEqualTo(operation.name());
            var found = routes.find(route.method().name(), route.path().replaceAll("\\{\\w+}", "x1"));
            assertThat(found).as(operation.name()).isNotNull();
            assertThat(found.form()).as(operation.name()).isNotNull();
            assertThat(found.form().operation()).isEqualTo(operation);
        }
    }

    @Test
    void reply_ofEachVariant_isDocumentedWithItsStatus() {
        var paths = ApiDocument.document().path("paths");
        for (var operation : ROUTED) {
            var route = operation.route().orElseThrow();
            var responses = paths.path(route.path())
                    .path(route.method().name().toLowerCase(Locale.ROOT))
                    .path("responses");
            for (var variant : Json.variants(operation.reply())) {
                var form = Replies.of(variant);
                var response = responses.path(String.valueOf(form.status()));
                var schema = response.path("content").path(form.contentType()).path("schema");
                assertThat(schema.isObject())
                        .as("%s: %s", operation, variant.getSimpleName())
                        .isTrue();
                assertThat(schema.path("$ref").asText().endsWith("/Problem"))
                        .as("%s: %s is a problem", operation, variant.getSimpleName())
                        .isEqualTo(!form.code().isEmpty());
                assertThat(response.path("description").asText().split(", ", -1))
                        .contains(form.code().isEmpty() ? variant.getSimpleName() : form.code());
            }
            assertThat(responses.has("400") && responses.has("503"))
                    .as(operation.name())
                    .isTrue();
        }
    }

    @Test
    void operation_internal_hasNoRoute() {
        assertThat(ROUTED).noneMatch(operation -> operation.access().rule() == Access.Rule.INTERNAL);
    }

    @Test
    void path_unknown_isNotFound() {
        var routes = RouteTable.of(Contracts.OPERATIONS);
        assertThat(routes.find("GET", "/api/nothing")).isNull();
        assertThat(routes.find("GET", "/api/products/")).isNull();
        assertThat(routes.find("PUT", "/api/products").form()).isNull();
    }
}
