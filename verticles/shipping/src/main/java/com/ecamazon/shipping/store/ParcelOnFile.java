package com.ecamazon.shipping.store;

import com.ecamazon.contract.auditor.ParcelFacts.Happened;
import com.ecamazon.contract.auditor.ParcelFacts.ParcelFact;
import com.ecamazon.contract.auditor.ParcelFacts.Proof;
import com.ecamazon.contract.auditor.ParcelFacts.Units;
import com.ecamazon.contract.shipping.Parcels.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parcel as it is stored: what the auditor is shown of it, without name, street and place. */
record ParcelOnFile(
        String sscc,
        String order,
        String depot,
        List<Units> lines,
        Status status,
        HistoryOnFile history,
        @Nullable ProofOnFile proof,
        RecipientOnFile recipient) {

    record HistoryOnFile(List<Happened> events) {}

    record ProofOnFile(@Nullable String receivedBy, Instant at) {}

    record RecipientOnFile(@Nullable Instant until) {}

    ParcelFact fact(String document) {
        return new ParcelFact(
                document,
                sscc,
                order,
                depot,
                lines,
                status,
                history.events(),
                proof == null
                        ? null
                        : new Proof(
                                proof.receivedBy() != null
                                        && !proof.receivedBy().isBlank(),
                                proof.at()),
                recipient.until());
    }
}
