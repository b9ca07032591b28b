/** Tests of the shop over a real bus and a real data server. */
@NullMarked
package com.ecamazon.shop;

import org.jspecify.annotations.NullMarked;
