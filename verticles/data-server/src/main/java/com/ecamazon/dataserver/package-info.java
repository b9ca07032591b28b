/**
 * The embedded default for MongoDB: speaks its wire protocol on the loopback address and keeps every database in one file.
 *
 * <p>Owns the file {@code ecamazon.mv} and its journal in the data folder. Serves {@link com.ecamazon.dataserver.DataServer}
 * to whoever starts a system without a MongoDB of its own. Calls nobody. The wire protocol, the query and the update
 * language come from mongo-java-server; storage, indexes, query planning and durability are
 * here, and so is the short way on which everyday inserts, updates and reads by {@code _id} go as bytes.
 */
@NullMarked
package com.ecamazon.dataserver;

import org.jspecify.annotations.NullMarked;
