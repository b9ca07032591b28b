/**
 * A card acquirer for tests, demos and load runs: a process of its own that a merchant reaches by HTTP only. Serves the
 * protocol of README.md and posts signed callbacks to the merchant; can be told to misbehave. Owns its data folder.
 */
@NullMarked
package com.ecamazon.bank;

import org.jspecify.annotations.NullMarked;
