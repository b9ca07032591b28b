package com.ecamazon.shop.store;

import com.ecamazon.contract.shop.Promotions.Promotion;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.Versioned;
import io.vertx.core.Future;
import java.util.Locale;
import java.util.Optional;

/** The promotion codes, by the code in capitals. */
public final class PromotionDocuments {
    private final Documents<Promotion> documents;

    public PromotionDocuments(Database database) {
        documents = database.documents("codes", Promotion.class);
    }

    public Future<Optional<Promotion>> find(String code) {
        return documents.find(code.toUpperCase(Locale.ROOT)).map(found -> found.map(Versioned::state));
    }

    /** Creates or replaces a code. */
    public Future<Promotion> put(Promotion code) {
        return documents.decide(
                code.code(),
                before -> code.equals(before)
                        ? Decision.unchanged(code)
                        : Decision.change(code, code).journaled());
    }
}
