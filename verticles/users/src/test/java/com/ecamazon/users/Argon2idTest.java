package com.ecamazon.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class Argon2idTest {
    @Test
    void hash_password_hasTheRecommendedParameters() {
        assertThat(Argon2id.hash("correct horse"))
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    void matches_ownHash_onlyTheSamePassword() {
        var hash = Argon2id.hash("correct horse é");
        assertThat(Argon2id.matches("correct horse é", hash)).isTrue();
        assertThat(Argon2id.matches("correct horse e", hash)).isFalse();
        assertThat(Argon2id.hash("correct horse é")).isNotEqualTo(hash);
    }

    /** From the tests of the reference implementation, phc-winner-argon2. */
    @Test
    void matches_hashOfTheReferenceImplementation_agrees() {
        var hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(Argon2id.matches("password", hash)).isTrue();
        assertThat(Argon2id.matches("passwore", hash)).isFalse();
    }

    @Test
    void matches_noHash_fails() {
        assertThatThrownBy(() -> Argon2id.matches("password", "password"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("password");
    }
}
