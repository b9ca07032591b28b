package com.ecamazon.city;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Drives his round from stop to stop, says where he is once a second, and delivers. */
final class Driver extends Worker {
    private static final long TICK_MILLIS = 1_000;
    private static final double METRES_PER_SECOND = 30 / 3.6;
    private static final double METRES_PER_DEGREE = 111_195;
    private static final double ARRIVED_METRES = 30;

    private final Account account;
    private final double speed;
    private @Nullable Place van;
    private long sequence = Instant.now().toEpochMilli();

    /** A place in degrees. */
    private record Place(double lat, double lon) {
        static Place of(JsonObject position) {
            return new Place(position.getDouble("lat"), position.getDouble("lon"));
        }

        double metresTo(Place other) {
            double north = (other.lat - lat) * METRES_PER_DEGREE;
            double east = (other.lon - lon) * METRES_PER_DEGREE * Math.cos(Math.toRadians(lat));
            return Math.hypot(north, east);
        }

        Place towards(Place goal, double metres) {
            double all = metresTo(goal);
            double part = all <= metres ? 1 : metres / all;
            return new Place(lat + (goal.lat - lat) * part, lon + (goal.lon - lon) * part);
        }

        JsonObject json() {
            return JsonObject.of("lat", lat, "lon", lon);
        }
    }

    /** @param speed how many times faster than real vans this city drives */
    Driver(Vertx vertx, Account account, double speed) {
        super(vertx, TICK_MILLIS);
        this.account = account;
        this.speed = speed;
    }

    @Override
    Future<?> work() {
        return account.get("/api/me/round").<Object>compose(mine -> {
            var round = mine.getJsonObject("round");
            if (round == null) {
                van = null;
                return Future.succeededFuture();
            }
            return switch (round.getString("state")) {
                case "planned", "loading" -> depart(round);
                default -> drive(round);
            };
        });
    }

    private Future<Object> depart(JsonObject round) {
        van = Place.of(round.getJsonObject("start"));
        return report(round, van)
                .compose(done -> account.post(path(round) + "/depart", new JsonObject()))
                .mapEmpty();
    }

    private Future<Object> drive(JsonObject round) {
        for (var item : round.getJsonArray("stops")) {
            var stop = (JsonObject) item;
            if ("open".equals(stop.getString("state"))) {
                return driveTo(round, stop);
            }
        }
        return Future.succeededFuture();
    }

    private Future<Object> driveTo(JsonObject round, JsonObject stop) {
        var from = van == null ? Place.of(round.getJsonObject("start")) : van;
        var door = Place.of(stop.getJsonObject("position"));
        var now = from.towards(door, METRES_PER_SECOND * speed * TICK_MILLIS / 1_000);
        van = now;
        var reported = report(round, now);
        var arrived = now.metresTo(door) > ARRIVED_METRES
                ? reported
                : reported.compose(done -> account.post(
                        path(round) + "/stops/" + Paths.segment(stop.getString("id")) + "/deliver",
                        JsonObject.of("receivedBy", "At the door", "position", now.json())));
        return arrived.mapEmpty();
    }

    private Future<JsonObject> report(JsonObject round, Place place) {
        return account.post(
                "/api/positions",
                JsonObject.of(
                        "vehicle", round.getString("vehicle"),
                        "sequence", ++sequence,
                        "lat", place.lat(),
                        "lon", place.lon(),
                        "speedMetresPerSecond", METRES_PER_SECOND * speed,
                        "at", Instant.now().toString()));
    }

    private static String path(JsonObject round) {
        return "/api/rounds/" + Paths.segment(round.getString("id"));
    }
}
