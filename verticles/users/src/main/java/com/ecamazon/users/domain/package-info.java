/** The decisions of Users: what an account holds, who has an address, when a session goes on, when tries are too many. */
@NullMarked
package com.ecamazon.users.domain;

import org.jspecify.annotations.NullMarked;
