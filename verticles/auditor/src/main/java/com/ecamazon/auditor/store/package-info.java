/** The last audit, in the auditor's database. */
@NullMarked
package com.ecamazon.auditor.store;

import org.jspecify.annotations.NullMarked;
