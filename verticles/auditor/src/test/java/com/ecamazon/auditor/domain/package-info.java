/** Tests of the auditor. */
@NullMarked
package com.ecamazon.auditor.domain;

import org.jspecify.annotations.NullMarked;
