package com.ecamazon.city;

import com.ecamazon.platform.Settings;
import io.vertx.core.Vertx;

/** The city as a process of its own; {@code GATEWAY_URL} says where the product is. */
public final class CityApp {
    private CityApp() {}

    public static void main(String[] args) {
        var settings = Settings.fromEnvironment();
        City.start(Vertx.vertx(), settings, settings.text("GATEWAY_URL", "http://127.0.0.1:8080"));
    }
}
