/** Real parts for tests: a data server, a bus and services in one JVM, over a temporary folder. */
@NullMarked
package com.ecamazon.platform.testing;

import org.jspecify.annotations.NullMarked;
