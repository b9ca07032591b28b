/** The collections of Users. */
@NullMarked
package com.ecamazon.users.store;

import org.jspecify.annotations.NullMarked;
