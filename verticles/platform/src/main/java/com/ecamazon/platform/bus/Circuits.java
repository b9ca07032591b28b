package com.ecamazon.platform.bus;

import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The circuits of a node: one for each operation at each address that it asks. */
final class Circuits {
    private final Vertx vertx;
    private final Map<String, Map<String, Circuit>> byAddress = new ConcurrentHashMap<>();

    Circuits(Vertx vertx) {
        this.vertx = vertx;
    }

    Circuit of(String address, String operation) {
        var asked = byAddress.get(address);
        var operations = asked == null ? byAddress.computeIfAbsent(address, first -> new ConcurrentHashMap<>()) : asked;
        var known = operations.get(operation);
        return known == null
                ? operations.computeIfAbsent(
                        operation, first -> new Circuit(vertx, first + " at " + address, System::currentTimeMillis))
                : known;
    }

    /** Nobody asks there any more. */
    void gone(String address) {
        byAddress.remove(address);
    }

    /** The circuits that are not closed. */
    List<Presence.Circuit> notClosed() {
        return byAddress.entrySet().stream()
                .flatMap(address -> address.getValue().entrySet().stream()
                        .filter(one -> one.getValue().state() != CircuitBreakerState.CLOSED)
                        .map(one -> new Presence.Circuit(
                                one.getKey() + " at " + address.getKey(),
                                one.getValue().state().name())))
                .toList();
    }
}
