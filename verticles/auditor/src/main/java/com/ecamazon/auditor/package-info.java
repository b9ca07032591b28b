/**
 * The auditor: recomputes what must hold over all domains from their documents and ledgers and from the bank's own statement.
 *
 * <p>Owns the last audit. Serves {@link com.ecamazon.contract.auditor.AuditorContract}; asks every domain for facts, a page at a
 * time; changes nothing.
 */
@NullMarked
package com.ecamazon.auditor;

import org.jspecify.annotations.NullMarked;
