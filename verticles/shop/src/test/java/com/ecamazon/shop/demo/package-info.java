/** Tests of the package of the same name. */
@NullMarked
package com.ecamazon.shop.demo;

import org.jspecify.annotations.NullMarked;
