/** What Shipping decides, by example and by property. */
@NullMarked
package com.ecamazon.shipping.domain;

import org.jspecify.annotations.NullMarked;
