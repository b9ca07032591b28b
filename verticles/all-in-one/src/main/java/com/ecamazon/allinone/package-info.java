/** The map of the system and the command that starts it: every domain in one JVM, or each in a process of its own. */
@NullMarked
package com.ecamazon.allinone;

import org.jspecify.annotations.NullMarked;
