package com.ecamazon.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.UserId;
import com.ecamazon.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    private static final UserId ADA = new UserId("ada");
    private static final Set<Role> ROLES = Set.of(Role.SUPPORT, Role.CUSTOMER);

    private final Secrets secrets = new Secrets("a secret only for tests");
    private final AccessTokens tokens = new AccessTokens(secrets, () -> NOW);
    private final String token = tokens.issue(ADA, ROLES);

    @Test
    void verify_issued_namesUserAndRoles() {
        assertThat(tokens.verify(token)).contains(Caller.user(ADA, ROLES));
    }

    @Test
    void issue_anyUser_isAJwtOfTheProfile() throws GeneralSecurityException {
        var parts = token.split("\\.", -1);
        var header = Json.tree(Base64.getUrlDecoder().decode(parts[0]));
        var claims = Json.tree(Base64.getUrlDecoder().decode(parts[1]));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secrets.key("access-token"), "HmacSHA256"));
        var signature = mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(header.get("alg").asText()).isEqualTo("HS256");
        assertThat(header.get("typ").asText()).isEqualTo("at+jwt");
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(900);
        assertThat(claims.get("jti").asText()).isNotEmpty();
        assertThat(claims.get("roles").toString()).isEqualTo("[\"customer\",\"support\"]");
        assertThat(Base64.getUrlDecoder().decode(parts[2])).isEqualTo(signature);
    }

    @Test
    void verify_ended_isEmpty() {
        var later = new AccessTokens(secrets, () -> NOW.plus(AccessTokens.LIFETIME));
        var justBefore =
                new AccessTokens(secrets, () -> NOW.plus(AccessTokens.LIFETIME).minusMillis(1));
        assertThat(later.verify(token)).isEmpty();
        assertThat(justBefore.verify(token)).isPresent();
    }

    @Test
    void verify_anyCharacterChanged_isEmpty() {
        for (int i = 0; i < token.length(); i++) {
            var changed = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
            assertThat(tokens.verify(changed)).as("character %d", i).isEmpty();
        }
    }

    @Test
    void verify_otherSecretOrAlgorithm_isEmpty() {
        var none = encode("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + token.split("\\.", -1)[1];
        assertThat(new AccessTokens(new Secrets("another secret for tests"), () -> NOW).verify(token))
                .isEmpty();
        assertThat(tokens.verify(none + ".")).isEmpty();
        assertThat(tokens.verify(none + "." + secrets.sign("access-token", none)))
                .isEmpty();
    }

    @Test
    void verify_nonsense_isEmpty() {
        var header = token.substring(0, token.indexOf('.'));
        var notJson = header + "." + encode("no json");
        var noUser = header + "." + encode("{\"iss\":\"ecamazon\",\"aud\":\"ecamazon\",\"exp\":99999999999}");
        for (var text : new String[] {
            "",
            ".",
            "..",
            "a.b.c",
            header,
            header + ".",
            header + "..",
            notJson + "." + secrets.sign("access-token", notJson),
            noUser + "." + secrets.sign("access-token", noUser),
            "x".repeat(100_000)
        }) {
            assertThat(tokens.verify(text)).as(text).isEmpty();
        }
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
