/** What Dispatching decides: which van brings which parcel when, and how a round goes on. */
@NullMarked
package com.ecamazon.dispatching.domain;

import org.jspecify.annotations.NullMarked;
