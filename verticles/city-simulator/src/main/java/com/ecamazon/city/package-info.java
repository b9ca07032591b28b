/**
 * A small simulated city for the live demo: warehousemen who pick and pack, a dispatcher who plans, drivers who drive and
 * deliver. They use the REST interface with demo accounts, as people do, and know nothing else of the product.
 */
@NullMarked
package com.ecamazon.city;

import org.jspecify.annotations.NullMarked;
