package com.ecamazon.users.store;

import com.ecamazon.contract.Email;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.DuplicateId;
import com.ecamazon.platform.data.Versioned;
import com.ecamazon.platform.data.Write;
import com.ecamazon.users.domain.EmailClaim;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/** Who has which e-mail address: a document per address, so that each has one owner. */
public final class EmailClaims {
    private final Documents<EmailClaim> documents;

    public EmailClaims(Database database) {
        documents = database.documents("emails", EmailClaim.class);
    }

    public Future<Optional<EmailClaim>> find(Email email) {
        return documents.find(email.value()).map(found -> found.map(Versioned::state));
    }

    /** Whether the address was free and is now claimed. */
    public Future<Boolean> claim(Email email, EmailClaim claim) {
        return documents
                .insert(email.value(), claim, Write.JOURNALED)
                .map(true)
                .recover(failure ->
                        failure instanceof DuplicateId ? Future.succeededFuture(false) : Future.failedFuture(failure));
    }

    /** Whether the claim was still the one that was seen and is renewed now. */
    public Future<Boolean> takeOver(Email email, EmailClaim seen, Instant now) {
        return documents.decide(
                email.value(),
                claim -> seen.equals(claim)
                        ? Decision.change(seen.again(now), true).journaled()
                        : Decision.unchanged(false));
    }

    /** Lets the next who registers go on at once. */
    public Future<Void> giveUp(Email email, EmailClaim mine) {
        return documents
                .<Boolean>decide(
                        email.value(),
                        claim -> mine.equals(claim) ? Decision.change(mine.givenUp(), true) : Decision.unchanged(false))
                .mapEmpty();
    }
}
