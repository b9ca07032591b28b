package com.ecamazon.platform.data;

import com.ecamazon.contract.Domain;
import io.vertx.core.json.JsonObject;

/** Names a lane: the events of one aggregate for one subscriber group. */
record LaneKey(Domain group, String subject) {
    /** The lane of a parked event. */
    static LaneKey of(JsonObject parked) {
        return new LaneKey(Domain.valueOf(parked.getString("group")), parked.getString("subject"));
    }

    /** Finds its parked events. */
    JsonObject filter() {
        return new JsonObject().put("subject", subject).put("group", group.name());
    }
}
