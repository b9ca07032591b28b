@NullMarked
package com.ecamazon.users;

import org.jspecify.annotations.NullMarked;
