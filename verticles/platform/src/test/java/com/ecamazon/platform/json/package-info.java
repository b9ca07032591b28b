@NullMarked
package com.ecamazon.platform.json;

import org.jspecify.annotations.NullMarked;
