/**
 * What every domain needs and none owns: starting a pod, its settings and secrets, readiness and shutdown. It serves no
 * operation of its own.
 */
@NullMarked
package com.ecamazon.platform;

import org.jspecify.annotations.NullMarked;
