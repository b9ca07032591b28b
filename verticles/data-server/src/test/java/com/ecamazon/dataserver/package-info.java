/** Tests of the data server over real sockets, with the client that the domains use. */
@NullMarked
package com.ecamazon.dataserver;

import org.jspecify.annotations.NullMarked;
