@NullMarked
package com.ecamazon.platform.data;

import org.jspecify.annotations.NullMarked;
