/** Records to JSON and back: one mapper for what goes over bus and REST, one for documents. Contracts know nothing of it. */
@NullMarked
package com.ecamazon.platform.json;

import org.jspecify.annotations.NullMarked;
