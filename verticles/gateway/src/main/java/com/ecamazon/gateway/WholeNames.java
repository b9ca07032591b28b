package com.ecamazon.gateway;

import io.netty.util.AsciiString;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.net.impl.VertxConnection;

/**
 * Reads the names of headers in full. The decoder of Vert.x 5.0.7 skips a character of {@code Content-Length} and of
 * {@code Content-Type} (CVE-2026-102479): {@code Content-Xength} would give a body where a proxy in front sees none, and a
 * second request would hide in it. What it takes for one of the two is here the unknown header that it is.
 */
final class WholeNames extends VertxHttpRequestDecoder {
    private static final int CONTENT_TYPE = "content-type".length();
    private static final int CONTENT_LENGTH = "content-length".length();
    private static final int SKIPPED = "content-".length();
    private static final int LOWER_CASE = 0x20;

    private WholeNames(HttpServerOptions options) {
        super(options);
    }

    /** Takes the place of the connection's decoder, before the first byte is read. */
    static void readOn(HttpConnection connection, HttpServerOptions options) {
        ((VertxConnection) connection)
                .channelHandlerContext()
                .pipeline()
                .replace(VertxHttpRequestDecoder.class, "httpDecoder", new WholeNames(options));
    }

    @Override
    protected AsciiString splitHeaderName(byte[] line, int start, int length) {
        int next = length > SKIPPED ? line[start + SKIPPED] | LOWER_CASE : 0;
        boolean unlike = (length == CONTENT_TYPE && next != 't') || (length == CONTENT_LENGTH && next != 'l');
        return unlike ? new AsciiString(line, start, length, true) : super.splitHeaderName(line, start, length);
    }
}
