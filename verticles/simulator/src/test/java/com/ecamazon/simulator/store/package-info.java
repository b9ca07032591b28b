@NullMarked
package com.ecamazon.simulator.store;

import org.jspecify.annotations.NullMarked;
