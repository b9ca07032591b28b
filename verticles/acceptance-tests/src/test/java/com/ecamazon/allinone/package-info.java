@NullMarked
package com.ecamazon.allinone;

import org.jspecify.annotations.NullMarked;
