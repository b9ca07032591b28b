/** What people who run the shop ask of every domain. */
@NullMarked
package com.ecamazon.contract.operations;

import org.jspecify.annotations.NullMarked;
