/** The collections of Notification. */
@NullMarked
package com.ecamazon.notification.store;

import org.jspecify.annotations.NullMarked;
