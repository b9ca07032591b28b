/**
 * Typed request and reply over the event bus. Turns every failure into an answer, carries the deadline and the signed
 * caller, picks an instance, and knows who is there.
 */
@NullMarked
package com.ecamazon.platform.bus;

import org.jspecify.annotations.NullMarked;
