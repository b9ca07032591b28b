/** What the auditor serves, and the facts that the domains show it. */
@NullMarked
package com.ecamazon.contract.auditor;

import org.jspecify.annotations.NullMarked;
