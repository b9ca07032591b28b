/** A catalogue of our own making for demos and tests, composed from vocabularies; the same each time. Plain Java. */
@NullMarked
package com.ecamazon.shop.demo;

import org.jspecify.annotations.NullMarked;
