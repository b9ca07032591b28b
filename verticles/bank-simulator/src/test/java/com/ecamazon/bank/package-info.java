/** The bank over real HTTP, in this JVM and as a child process, with a real merchant that takes its callbacks. */
@NullMarked
package com.ecamazon.bank;

import org.jspecify.annotations.NullMarked;
