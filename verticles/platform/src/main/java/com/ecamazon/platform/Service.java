package com.ecamazon.platform;

import com.ecamazon.contract.Domain;
import java.util.function.Function;

/** A domain that can be deployed: how its verticle is made. */
public record Service(Domain domain, Function<Platform, DomainVerticle> verticle) {}
