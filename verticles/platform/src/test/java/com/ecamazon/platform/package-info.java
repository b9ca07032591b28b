@NullMarked
package com.ecamazon.platform;

import org.jspecify.annotations.NullMarked;
