/** The decisions of Notification: which news is for whom, in which words, and when a mail is tried again. */
@NullMarked
package com.ecamazon.notification.domain;

import org.jspecify.annotations.NullMarked;
