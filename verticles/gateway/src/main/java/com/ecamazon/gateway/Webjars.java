package com.ecamazon.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.JarURLConnection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Browser libraries packed as WebJars, at {@code /webjars/<name>/<path>} whatever their version is. */
final class Webjars {
    private static final String ROOT = "META-INF/resources/webjars/";

    private final Map<String, String> versions;

    private Webjars(Map<String, String> versions) {
        this.versions = versions;
    }

    /** Finds the WebJars on the class path. */
    static Webjars onClassPath() {
        var versions = new HashMap<String, String>();
        try {
            for (var root : Collections.list(Webjars.class.getClassLoader().getResources(ROOT))) {
                if (root.openConnection() instanceof JarURLConnection jar) {
                    jar.getJarFile().stream()
                            .map(entry -> entry.getName().split("/", -1))
                            .filter(parts -> parts.length > 5 && entryIsBelowRoot(parts))
                            .forEach(parts -> versions.put(parts[3], parts[4]));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the class path", e);
        }
        return new Webjars(versions);
    }

    private static boolean entryIsBelowRoot(String[] parts) {
        return parts[0].equals("META-INF") && parts[1].equals("resources") && parts[2].equals("webjars");
    }

    void send(Vertx vertx, RoutingContext context) {
        var path = context.normalizedPath().substring("/webjars/".length());
        int slash = path.indexOf('/');
        var version = slash < 0 ? null : versions.get(path.substring(0, slash));
        if (version == null || path.contains("..")) {
            context.next();
            return;
        }
        var file = ROOT + path.substring(0, slash) + "/" + version + path.substring(slash);
        if (Webjars.class.getClassLoader().getResource(file) == null) {
            context.next();
            return;
        }
        var response = context.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
        if (context.request().method().equals(HttpMethod.HEAD)) {
            // Vert.x would send the file.
            response.end();
        } else {
            response.sendFile(file);
        }
    }
}
