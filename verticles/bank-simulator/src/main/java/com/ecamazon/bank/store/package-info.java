/**
 * The journal of the acquirer: every fact is on file before it is answered, and the file is the only thing kept. Owns
 * the data folder; calls the file system only.
 */
@NullMarked
package com.ecamazon.bank.store;

import org.jspecify.annotations.NullMarked;
