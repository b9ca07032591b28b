/** What the Gateway serves itself. */
@NullMarked
package com.ecamazon.contract.gateway;

import org.jspecify.annotations.NullMarked;
