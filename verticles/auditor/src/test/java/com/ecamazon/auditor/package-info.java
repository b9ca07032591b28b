/** Tests of the auditor. */
@NullMarked
package com.ecamazon.auditor;

import org.jspecify.annotations.NullMarked;
