/** The product as people see it: started as a child process and used through Chromium. Calls nothing but its pages. */
@NullMarked
package com.ecamazon.allinone.browser;

import org.jspecify.annotations.NullMarked;
