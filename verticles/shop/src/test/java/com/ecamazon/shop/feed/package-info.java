/** Tests of the package of the same name. */
@NullMarked
package com.ecamazon.shop.feed;

import org.jspecify.annotations.NullMarked;
