package com.ecamazon.city;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

/** Takes the oldest pick list that is his, scans every unit, packs. */
final class Warehouseman extends Worker {
    private static final long PAUSE_MILLIS = 1_500;
    private static final int GRAMS_PER_UNIT = 400;

    private final Account account;
    private final int shift;
    private final int colleagues;

    Warehouseman(Vertx vertx, Account account, int shift, int colleagues) {
        super(vertx, PAUSE_MILLIS);
        this.account = account;
        this.shift = shift;
        this.colleagues = colleagues;
    }

    @Override
    Future<?> work() {
        return picks("picked")
                .compose(found -> found ? Future.succeededFuture(true) : picks("picking"))
                .compose(found -> found ? Future.succeededFuture(true) : picks("open"));
    }

    private Future<Boolean> picks(String state) {
        return account.get("/api/picks?limit=50&state=" + state).compose(page -> {
            for (var item : page.getJsonArray("items")) {
                var pick = (JsonObject) item;
                if (Math.floorMod(pick.getString("id").hashCode(), colleagues) == shift) {
                    return pick(pick).map(true);
                }
            }
            return Future.succeededFuture(false);
        });
    }

    private Future<?> pick(JsonObject pick) {
        var path = "/api/picks/" + Paths.segment(pick.getString("id"));
        Future<?> scans = Future.succeededFuture();
        int units = 0;
        for (var item : pick.getJsonArray("lines")) {
            var line = (JsonObject) item;
            int left = line.getInteger("quantity") - line.getInteger("picked") - line.getInteger("missing");
            units += line.getInteger("quantity");
            if (left > 0) {
                var scan = JsonObject.of("bin", line.getString("bin"), "sku", line.getString("sku"), "quantity", left);
                scans = scans.compose(done -> pause(200)).compose(done -> account.post(path + "/scans", scan));
            }
        }
        var parcel = JsonObject.of(
                "weightGrams", Math.max(1, units) * GRAMS_PER_UNIT,
                "lengthMillimetres", 400,
                "widthMillimetres", 300,
                "heightMillimetres", 200);
        return scans.compose(done -> pause(200)).compose(done -> account.post(path + "/parcels", parcel));
    }
}
