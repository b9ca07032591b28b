/** Tests of the package of the same name. */
@NullMarked
package com.ecamazon.shop.search;

import org.jspecify.annotations.NullMarked;
