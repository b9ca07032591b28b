package com.ecamazon.platform;

import com.ecamazon.contract.InvalidRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Opaque cursors: the sort key and id of the last row of a page. */
public final class Cursor {
    private static final String BETWEEN = "\u001f";

    private Cursor() {}

    /** The cursor after a row with these keys. */
    public static String of(Object... parts) {
        var text = Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining(BETWEEN));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The keys of a cursor; fails with {@link InvalidRequest} when it is none of ours. */
    public static List<String> parts(String cursor, int count) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var parts = List.of(text.split(BETWEEN, -1));
            if (parts.size() == count) {
                return parts;
            }
        } catch (IllegalArgumentException e) {
            // Falls through: not base64.
        }
        throw new InvalidRequest("/cursor", "cursor is not one of ours");
    }
}
