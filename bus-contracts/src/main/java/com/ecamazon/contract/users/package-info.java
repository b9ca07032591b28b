/** What the Users domain serves: accounts, sessions, addresses. */
@NullMarked
package com.ecamazon.contract.users;

import org.jspecify.annotations.NullMarked;
