package com.ecamazon.shipping.store;

import com.ecamazon.contract.Sscc;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/**
 * Numbers returns. Parcels that are sent have the extension digit 0 and serials of Stock, returns have 9 and serials of
 * their own, so that no number is given twice (GS1 General Specifications, section 2.2.1).
 */
public final class ReturnLabels {
    private static final String EXTENSION_AND_COMPANY = "9" + "9521234";
    private static final long SERIALS = 1_000_000_000;

    /** The first number that is not given. */
    private record Counter(long next) {}

    private final Documents<Counter> counters;

    public ReturnLabels(Database database) {
        counters = database.documents("counters", Counter.class);
    }

    /** A number that nobody has. */
    public Future<Sscc> next() {
        return counters.<Long>decide("returns", ReturnLabels::take).map(ReturnLabels::label);
    }

    private static Decision<Counter, Long> take(@Nullable Counter counter) {
        long serial = counter == null ? 0 : counter.next();
        if (serial >= SERIALS) {
            throw new IllegalStateException("all serial numbers for returns are used");
        }
        return Decision.<Counter, Long>change(new Counter(serial + 1), serial).journaled();
    }

    private static Sscc label(long serial) {
        return Sscc.of(EXTENSION_AND_COMPANY + "%09d".formatted(serial));
    }
}
