@NullMarked
package com.ecamazon.simulator;

import org.jspecify.annotations.NullMarked;
