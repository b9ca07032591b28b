/** The fault run: a cluster under load, faults from a seed, and what is left of the shop's promises afterwards. */
@org.jspecify.annotations.NullMarked
package com.ecamazon.loadtest.chaos;
