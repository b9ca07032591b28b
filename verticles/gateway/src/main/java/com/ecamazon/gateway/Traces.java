package com.ecamazon.gateway;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The trace of a request: the client's (W3C Trace Context) or a new one. */
final class Traces {
    private static final Pattern FORM = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    /** The first half of every trace that begins here, so that only the other is made for each. */
    private static final String START =
            "00-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());

    private Traces() {}

    static String of(@Nullable String traceparent) {
        if (traceparent != null && FORM.matcher(traceparent).matches()) {
            return traceparent;
        }
        var rest = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        return START + rest + "-" + rest + "-01";
    }
}
