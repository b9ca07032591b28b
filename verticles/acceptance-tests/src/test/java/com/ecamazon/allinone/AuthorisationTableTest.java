package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.allinone.AuthorisationTable.Cell;
import com.ecamazon.contract.Access;
import com.ecamazon.contract.Access.Verdict;
import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Contracts;
import com.ecamazon.contract.Operation;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What the contracts declare is what people wrote down. */
class AuthorisationTableTest {
    private final AuthorisationTable table = AuthorisationTable.read();

    @Test
    void rows_comparedWithOperations_areTheSame() {
        assertThat(table.columns()).containsExactlyElementsOf(AuthorisationTable.CALLERS.keySet());
        assertThat(table.rows().keySet())
                .containsExactlyElementsOf(Contracts.OPERATIONS.stream()
                        .map(Operation::name)
                        .sorted()
                        .toList());
        assertThat(table.rows()).allSatisfy((name, row) -> assertThat(row).hasSameSizeAs(table.columns()));
    }

    @Test
    void cell_comparedWithContract_isItsVerdict() {
        var all = new SoftAssertions();
        for (var operation : Contracts.OPERATIONS) {
            AuthorisationTable.CALLERS.forEach((column, caller) -> all.assertThat(table.cell(operation.name(), column))
                    .as("%s by %s", operation, column)
                    .isIn(written(operation.access(), caller)));
        }
        all.assertAll();
    }

    /** What may stand in the table where the contract gives its verdict. */
    private static Set<Cell> written(Access access, Caller caller) {
        if (access.check(caller) != Verdict.ALLOWED) {
            return Set.of(Cell.NO);
        }
        return switch (access.rule()) {
            case ANYONE, INTERNAL -> Set.of(Cell.YES);
            case OWNER -> Set.of(caller.hasAny(access.roles()) ? Cell.YES : Cell.OWN);
            // Whether it is for one's own objects only is in the use case, and OwnObjectsTest asks there.
            case SIGNED_IN, ROLES -> Set.of(Cell.YES, Cell.OWN);
        };
    }

    @Test
    void refusal_ofAGuest_isToSignIn() {
        for (var operation : Contracts.OPERATIONS) {
            if (operation.route().isPresent() && table.cell(operation.name(), "guest") == Cell.NO) {
                assertThat(operation.access().check(Caller.GUEST))
                        .as(operation.name())
                        .isEqualTo(Verdict.NOT_SIGNED_IN);
            }
        }
    }
}
