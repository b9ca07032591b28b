/**
 * The order path in one JVM and in virtual time: the real Shop, Stock, Payment and Shipping between a bus, stores and a bank
 * that misbehave as a seed says. The same seed plays the same schedule again.
 */
@NullMarked
package com.ecamazon.simulator;

import org.jspecify.annotations.NullMarked;
