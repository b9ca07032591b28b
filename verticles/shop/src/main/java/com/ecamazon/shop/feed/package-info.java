/** Reads product files of others into products of ours. Plain Java; sending them to the shop is the caller's part. */
@NullMarked
package com.ecamazon.shop.feed;

import org.jspecify.annotations.NullMarked;
