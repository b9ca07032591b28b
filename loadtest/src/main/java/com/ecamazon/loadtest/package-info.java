/** Load on the running product from outside, over REST alone: what its customers do, as many at once as one asks for. */
@NullMarked
package com.ecamazon.loadtest;

import org.jspecify.annotations.NullMarked;
