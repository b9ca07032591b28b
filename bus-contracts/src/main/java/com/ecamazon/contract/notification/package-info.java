/** What the Notification domain serves: in-app news and mail, and the log of both. */
@NullMarked
package com.ecamazon.contract.notification;

import org.jspecify.annotations.NullMarked;
