@NullMarked
package com.ecamazon.platform.kafka;

import org.jspecify.annotations.NullMarked;
