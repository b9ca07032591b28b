package com.ecamazon.users;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) with the parameters that OWASP's password storage page names first: 19 MiB, two passes, one lane. A
 * hash carries its own parameters (PHC string format), so that they can be raised later.
 */
final class Argon2id {
    private static final int MEMORY_KIBIBYTES = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})" + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Argon2id() {}

    /** A hash of the password with a new salt; takes tens of milliseconds of CPU. */
    static String hash(String password) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        var hash = hash(password, salt, MEMORY_KIBIBYTES, PASSES, LANES, HASH_BYTES);
        var encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIBIBYTES + ",t=" + PASSES + ",p=" + LANES + "$"
                + encoder.encodeToString(salt) + "$" + encoder.encodeToString(hash);
    }

    /** Whether the hash is the password's; takes as long for a wrong one. */
    static boolean matches(String password, String encoded) {
        var parts = FORM.matcher(encoded);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an Argon2id hash");
        }
        var salt = Base64.getDecoder().decode(parts.group(4));
        var expected = Base64.getDecoder().decode(parts.group(5));
        var actual = hash(
                password,
                salt,
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                expected.length);
        return MessageDigest.isEqual(expected, actual);
    }

    private static byte[] hash(String password, byte[] salt, int kibibytes, int passes, int lanes, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(kibibytes)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        var hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
