package com.ecamazon.shipping;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.ReturnNumber;
import com.ecamazon.contract.Topic;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.shipping.Parcels.InspectedLine;
import com.ecamazon.shipping.domain.ReturnClaim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a shipment and its returns tell each other; only within Shipping. */
sealed interface ReturnClaims {
    Topic<ReturnClaims> TOPIC = Topic.of(Domain.SHIPPING, "shipping.returnClaims", ReturnClaims.class);

    /** Units are claimed in the shipment: the return must exist. */
    record Claimed(ReturnClaim claim, @Nullable UserId customer) implements ReturnClaims {}

    /** A return was received: what did not come may be returned again. */
    record Settled(OrderNumber order, ReturnNumber number, List<InspectedLine> lines) implements ReturnClaims {}
}
