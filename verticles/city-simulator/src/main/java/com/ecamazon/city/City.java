package com.ecamazon.city;

import com.ecamazon.platform.Settings;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Who works in the city. */
public final class City {
    private static final int DRIVERS = 10;
    private static final int WAREHOUSEMEN = 3;

    private City() {}

    /**
     * Lets everybody begin.
     *
     * @param gateway where the product is, such as {@code http://127.0.0.1:8080}
     */
    public static void start(Vertx vertx, Settings settings, String gateway) {
        var uri = URI.create(gateway);
        var http = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setDefaultHost(uri.getHost())
                        .setDefaultPort(uri.getPort())
                        .setUserAgentEnabled(false));
        double speed = settings.integer("CITY_SPEED", 20);
        for (var worker : workers(vertx, http, speed)) {
            worker.begin();
        }
    }

    private static List<Worker> workers(Vertx vertx, WebClient http, double speed) {
        var workers = new ArrayList<Worker>();
        for (int i = 0; i < WAREHOUSEMEN; i++) {
            workers.add(new Warehouseman(vertx, new Account(http, "warehouse", "demo-warehouse"), i, WAREHOUSEMEN));
        }
        workers.add(new Dispatcher(vertx, new Account(http, "dispatcher", "demo-dispatcher")));
        for (int i = 1; i <= DRIVERS; i++) {
            workers.add(new Driver(vertx, new Account(http, i == 1 ? "driver" : "driver-" + i, "demo-driver"), speed));
        }
        return workers;
    }
}
