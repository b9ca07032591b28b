@NullMarked
package com.ecamazon.users.domain;

import org.jspecify.annotations.NullMarked;
