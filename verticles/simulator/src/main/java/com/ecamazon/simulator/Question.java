package com.ecamazon.simulator;

import com.ecamazon.contract.Caller;
import java.time.Instant;

/**
 * A request on its way, with its envelope.
 *
 * @param operation the operation's name, or that of a topic that is delivered
 */
record Question(String operation, Object body, Caller caller, Instant deadline, String operationId) {}
