@NullMarked
package com.ecamazon.notification;

import org.jspecify.annotations.NullMarked;
