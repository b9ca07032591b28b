package com.ecamazon.allinone;

import com.ecamazon.contract.Role;
import com.ecamazon.contract.UserId;
import com.ecamazon.platform.AccessTokens;
import com.ecamazon.platform.Secrets;
import com.ecamazon.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** The product that runs on this machine, asked as an administrator: whoever can read its data folder's secret may do that. */
final class Running {
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final String url;
    private final AccessTokens tokens;
    private final UserId name;

    private Running(Folder folder, String url, String name) {
        this.url = url;
        this.tokens = new AccessTokens(new Secrets(folder.secret("cluster")), InstantSource.system());
        this.name = new UserId(name);
    }

    /** What runs on the data folder; empty when nothing answers. */
    static Optional<Running> on(Path data, String name) {
        return Folder.existing(data)
                .flatMap(folder -> folder.noted("url")
                        .filter(at -> Waiting.answers(at + "/health/live"))
                        .map(at -> new Running(folder, at, name)));
    }

    /** What was started from this checkout: the last cluster, or the product on the usual folder. */
    static Optional<Running> fromCheckout(String name) {
        return Folder.existing(Folder.standard())
                .flatMap(standard -> standard.noted(ClusterStart.CURRENT))
                .flatMap(root -> on(Path.of(root), name))
                .or(() -> on(Folder.standard(), name));
    }

    JsonNode post(String path, byte[] body) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var response = http.send(
                    request.timeout(Duration.ofSeconds(30))
                            .header("Authorization", "Bearer " + tokens.issue(name, Set.of(Role.ADMIN)))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() >= 300) {
                throw new Refused("the product refused: " + new String(response.body(), StandardCharsets.UTF_8));
            }
            return Json.tree(response.body());
        } catch (IOException e) {
            throw new Refused("the product does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted.");
        }
    }
}
