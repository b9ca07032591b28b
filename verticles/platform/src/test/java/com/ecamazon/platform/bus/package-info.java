@NullMarked
package com.ecamazon.platform.bus;

import org.jspecify.annotations.NullMarked;
