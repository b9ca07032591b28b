/**
 * The contract language: how an operation, a topic and a feed are declared, who may call them, and the values that all
 * domains share. Plain Java: no transport and no JSON library knows of this package, it is the other way round.
 */
@NullMarked
package com.ecamazon.contract;

import org.jspecify.annotations.NullMarked;
