/** The journal on a real file system. */
@NullMarked
package com.ecamazon.bank.store;

import org.jspecify.annotations.NullMarked;
