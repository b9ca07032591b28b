/** What Dispatching decides, by example, by property and on public instances. */
@NullMarked
package com.ecamazon.dispatching.domain;

import org.jspecify.annotations.NullMarked;
