/**
 * The one entry point: REST routes made from the contracts, the live bridge for browsers, static pages, health and metrics.
 * It owns no data; it asks every domain and passes replies on as bytes.
 */
@NullMarked
package com.ecamazon.gateway;

import org.jspecify.annotations.NullMarked;
