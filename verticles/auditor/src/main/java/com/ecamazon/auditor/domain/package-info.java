/**
 * What must hold over all domains, as plain decisions: facts in, breaches out. Each rule is about the facts of one order, one
 * SKU, one round or one outbox, so that it can be asked again about just these.
 */
@NullMarked
package com.ecamazon.auditor.domain;

import org.jspecify.annotations.NullMarked;
