/** Tests of the fault run's parts. */
@org.jspecify.annotations.NullMarked
package com.ecamazon.loadtest.chaos;
