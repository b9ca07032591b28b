package com.ecamazon.contract.gateway;

import static com.ecamazon.contract.Domain.GATEWAY;
import static com.ecamazon.contract.Operation.query;

import com.ecamazon.contract.Operation;
import java.util.List;

/** The operations that the Gateway answers itself, without asking anybody. */
public final class GatewayContract {
    public static final Operation<WhatWorks.Query, WhatWorks> CAPABILITIES = query(
                    GATEWAY,
                    "gateway.capabilities",
                    WhatWorks.Query.class,
                    WhatWorks.class,
                    "What works at this moment")
            .get("/api/capabilities")
            .anyone();

    public static final List<Operation<?, ?>> OPERATIONS = List.of(CAPABILITIES);

    private GatewayContract() {}
}
