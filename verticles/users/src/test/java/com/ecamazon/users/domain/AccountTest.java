package com.ecamazon.users.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.contract.Address;
import com.ecamazon.contract.Email;
import com.ecamazon.contract.PaymentToken;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.users.Accounts.SavedAddress;
import com.ecamazon.contract.users.Accounts.SavedMethod;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final Account ACCOUNT =
            Account.open(new Email("ada@example.test"), "$hash", "Ada", Set.of(Role.CUSTOMER), false, Instant.EPOCH);

    private static Address street(int number) {
        return new Address("Ada", "Lane " + number, null, "10115", "Berlin", "DE");
    }

    private static SavedMethod card(String token, int expYear) {
        return new SavedMethod(new PaymentToken(token), "visa", "4242", 1, expYear);
    }

    @Test
    void withAddress_first_isPreferred() {
        var account = ACCOUNT.withAddress("a", street(1), false).withAddress("b", street(2), false);
        assertThat(account.addresses()).extracting(SavedAddress::preferred).containsExactly(true, false);
    }

    @Test
    void withAddress_preferred_isTheOnlyOne() {
        var account = ACCOUNT.withAddress("a", street(1), false).withAddress("b", street(2), true);
        assertThat(account.addresses()).extracting(SavedAddress::preferred).containsExactly(false, true);
    }

    @Test
    void withAddress_known_isKeptOnce() {
        var account = ACCOUNT.withAddress("a", street(1), false)
                .withAddress("b", street(2), true)
                .withAddress("c", street(1), true);
        assertThat(account.addresses())
                .containsExactly(new SavedAddress("a", street(1), true), new SavedAddress("b", street(2), false));
    }

    @Test
    void withAddress_twentyFirst_isRefused() {
        var account = ACCOUNT;
        for (int i = 0; i < 20; i++) {
            account = account.withAddress("a" + i, street(i), false);
        }
        var full = account;
        assertThat(full.withAddress("again", street(7), true).addresses()).hasSize(20);
        assertThatThrownBy(() -> full.withAddress("more", street(20), false))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("ADDRESS_BOOK_FULL"));
    }

    @Test
    void withoutAddress_preferred_leavesAnotherPreferred() {
        var account = ACCOUNT.withAddress("a", street(1), false)
                .withAddress("b", street(2), false)
                .withoutAddress("a");
        assertThat(account.addresses()).containsExactly(new SavedAddress("b", street(2), true));
    }

    @Test
    void withMethod_known_isReplaced() {
        var account = ACCOUNT.withMethod(card("t", 2028)).withMethod(card("t", 2030));
        assertThat(account.methods()).containsExactly(card("t", 2030));
        assertThat(account.withoutMethod(new PaymentToken("t")).methods()).isEmpty();
    }

    @Test
    void toString_account_holdsNothing() {
        assertThat(ACCOUNT.toString()).isEqualTo("Account");
    }
}
