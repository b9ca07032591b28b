@NullMarked
package com.ecamazon.notification.domain;

import org.jspecify.annotations.NullMarked;
