package com.ecamazon.bank;

import com.ecamazon.bank.domain.CardNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret of a data folder, from which card fingerprints and the folder's own name are made. */
final class CardKey {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Mac mac;

    private CardKey(byte[] key) {
        mac = sha256(key);
    }

    /** Reads the key of the folder, making one at the first start. Blocks. */
    static CardKey of(Path folder) throws IOException {
        Path file = folder.resolve("fingerprint.key");
        if (!Files.exists(file)) {
            byte[] key = new byte[BYTES];
            RANDOM.nextBytes(key);
            Path fresh = folder.resolve("fingerprint.key.new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(fresh, key);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return new CardKey(Files.readAllBytes(file));
    }

    static Mac sha256(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    String fingerprint(CardNumber number) {
        return hex("card:" + number.digits(), 16);
    }

    /** Sets the callbacks of this data folder apart from those of any other. */
    String folderName() {
        return hex("folder", 4);
    }

    private String hex(String text, int bytes) {
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, bytes);
    }
}
