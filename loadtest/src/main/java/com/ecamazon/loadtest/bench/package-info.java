/**
 * The product beside its ceilings: the same bytes served by hand-written code with nothing in it but the transport, in one
 * run on one machine, so that what is said of speed is a ratio and not a machine.
 */
@NullMarked
package com.ecamazon.loadtest.bench;

import org.jspecify.annotations.NullMarked;
