package com.ecamazon.platform;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.UserId;
import com.ecamazon.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The bearer tokens of signed-in people: JWTs of the profile of RFC 9068, signed with HMAC-SHA256 by a key that all pods
 * derive from the cluster's secret. Nothing is stored: a token works until it ends, whatever happens to the account.
 */
public final class AccessTokens {
    /** How long a token works. */
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    private static final String PURPOSE = "access-token";
    private static final String ISSUER = "ecamazon";
    private static final int LONGEST = 4_096;
    private static final String HEADER =
            encode("{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}".getBytes(StandardCharsets.UTF_8));

    private final Secrets secrets;
    private final InstantSource clock;

    public AccessTokens(Secrets secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** A token that says who somebody is for {@link #LIFETIME} from now. */
    public String issue(UserId user, Set<Role> roles) {
        var now = clock.instant();
        var claims = Json.object()
                .put("iss", ISSUER)
                .put("aud", ISSUER)
                .put("client_id", ISSUER)
                .put("sub", user.value())
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(LIFETIME).getEpochSecond())
                .put("jti", Ids.random());
        var held = claims.putArray("roles");
        roles.stream().sorted().map(AccessTokens::nameOf).forEach(held::add);
        var signed = HEADER + "." + encode(Json.write(claims));
        return signed + "." + secrets.sign(PURPOSE, signed);
    }

    /** Whom the token names; empty when it is none of ours, was changed, or has ended. */
    public Optional<Caller> verify(String token) {
        int payload = token.indexOf('.');
        int signature = token.lastIndexOf('.');
        // Our header and no other: so no token chooses the algorithm that it is checked with.
        if (token.length() > LONGEST || payload < 0 || signature <= payload || !token.startsWith(HEADER + ".")) {
            return Optional.empty();
        }
        if (!secrets.verify(PURPOSE, token.substring(0, signature), token.substring(signature + 1))) {
            return Optional.empty();
        }
        try {
            return caller(Json.tree(Base64.getUrlDecoder().decode(token.substring(payload + 1, signature))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** When a token that was verified ends. */
    public Instant end(String verified) {
        var claims = verified.substring(verified.indexOf('.') + 1, verified.lastIndexOf('.'));
        return Instant.ofEpochSecond(
                Json.tree(Base64.getUrlDecoder().decode(claims)).path("exp").asLong());
    }

    private Optional<Caller> caller(JsonNode claims) {
        boolean valid = ISSUER.equals(claims.path("iss").asText())
                && ISSUER.equals(claims.path("aud").asText())
                && clock.instant()
                        .isBefore(Instant.ofEpochSecond(claims.path("exp").asLong()));
        if (!valid) {
            return Optional.empty();
        }
        var roles = EnumSet.noneOf(Role.class);
        claims.path("roles")
                .forEach(name -> Arrays.stream(Role.values())
                        .filter(role -> nameOf(role).equals(name.asText()))
                        .forEach(roles::add));
        return Optional.of(Caller.user(new UserId(claims.path("sub").asText()), roles));
    }

    private static String nameOf(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
