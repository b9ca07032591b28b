/**
 * One aggregate, one document, one atomic write: documents with a version and an outbox, the relay that empties outboxes,
 * append-only ledgers.
 */
@NullMarked
package com.ecamazon.platform.data;

import org.jspecify.annotations.NullMarked;
