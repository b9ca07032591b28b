package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.platform.json.Json;
import java.time.Duration;

/** The way of an order from the shelf to the doorbell, walked by the warehouseman, the dispatcher and the driver. */
final class Doorbell {
    private static final Duration SOON = Duration.ofSeconds(60);

    private Doorbell() {}

    /** Brings an order of so many units of one SKU; its owner sees it delivered at the end, and its parcel is given. */
    static String bring(OneJvm product, String sku, int units, String number, Client owner) {
        var sscc = pack(product, sku, units, 0, number);
        drive(product, sscc, number, owner);
        return sscc;
    }

    /** Packs so many units of an order, of which others could not be found; its parcel is given. */
    static String pack(OneJvm product, String sku, int units, int missing, String number) {
        var warehouse = product.client().signedIn("warehouse", "demo-warehouse");
        var pick = new String[1];
        assertThat(Waiting.until(
                        () -> {
                            for (var item : warehouse
                                    .get("/api/picks?state=open")
                                    .body()
                                    .path("items")) {
                                if (item.path("order").asText().equals(number)) {
                                    pick[0] = item.path("id").asText();
                                }
                            }
                            return pick[0] != null;
                        },
                        SOON))
                .as("a pick list")
                .isTrue();
        var list = warehouse.get("/api/picks/" + pick[0]).body();
        var bin = list.path("lines").path(0).path("bin").asText();
        assertThat(warehouse
                        .post(
                                "/api/picks/" + pick[0] + "/scans",
                                Json.object().put("bin", "nowhere").put("sku", sku))
                        .status())
                .isEqualTo(422);
        var scan = Json.object().put("bin", bin).put("sku", sku).put("quantity", units);
        assertThat(warehouse.post("/api/picks/" + pick[0] + "/scans", scan).status())
                .isEqualTo(200);
        if (missing > 0) {
            var report = Json.object().put("sku", sku).put("quantity", missing).put("reason", "could_not_locate");
            assertThat(warehouse
                            .post("/api/picks/" + pick[0] + "/shorts", report)
                            .status())
                    .isEqualTo(200);
        }
        var parcel = Json.object()
                .put("weightGrams", 800)
                .put("lengthMillimetres", 400)
                .put("widthMillimetres", 300)
                .put("heightMillimetres", 200);
        var packed = warehouse.post("/api/picks/" + pick[0] + "/parcels", parcel);
        assertThat(packed.status()).isEqualTo(200);
        return packed.text("sscc");
    }

    /** Brings a packed parcel to the door. */
    static void drive(OneJvm product, String sscc, String number, Client owner) {
        var dispatcher = product.client().signedIn("dispatcher", "demo-dispatcher");
        assertThat(Waiting.until(
                        () -> dispatcher
                                .get("/api/rounds/waiting")
                                .body()
                                .toString()
                                .contains(sscc),
                        SOON))
                .as("the parcel waits for a round")
                .isTrue();
        var plan = dispatcher.post("/api/rounds/plan", Json.object());
        var round = plan.body().path("rounds").path(0).path("id").asText();
        assertThat(plan.body().toString()).contains(sscc);
        var driver = product.client().signedIn("driver-1", "demo-driver");
        assertThat(driver.get("/api/me/round").body().path("round").path("id").asText())
                .isEqualTo(round);
        assertThat(driver.post("/api/rounds/" + round + "/depart", Json.object())
                        .status())
                .isEqualTo(200);
        assertThat(Waiting.until(
                        () -> owner.get("/api/orders/" + number).text("state").equals("shipping"), SOON))
                .as("shipping")
                .isTrue();
        var stop = driver.get("/api/me/round")
                .body()
                .path("round")
                .path("stops")
                .path(0)
                .path("id")
                .asText();
        var handed = Json.object().put("receivedBy", "Ann");
        assertThat(driver.post("/api/rounds/" + round + "/stops/" + stop + "/deliver", handed)
                        .status())
                .isEqualTo(200);
        assertThat(Waiting.until(
                        () -> owner.get("/api/orders/" + number).text("state").equals("delivered"), SOON))
                .as("delivered")
                .isTrue();
        assertThat(product.client().get("/api/tracking/" + sscc).text("status")).isEqualTo("delivered");
    }
}
