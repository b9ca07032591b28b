package com.ecamazon.platform.bus;

import com.ecamazon.contract.Caller;
import java.time.Instant;

/**
 * A request as a use case gets it.
 *
 * @param deadline when the caller stops waiting
 * @param operationId the same for every try of one intent
 */
public record Request<Q>(Q body, Caller caller, Instant deadline, String operationId) {}
