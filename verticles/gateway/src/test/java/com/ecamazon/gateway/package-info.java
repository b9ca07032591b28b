@NullMarked
package com.ecamazon.gateway;

import org.jspecify.annotations.NullMarked;
