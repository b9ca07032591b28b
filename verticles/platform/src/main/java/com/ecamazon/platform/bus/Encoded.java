package com.ecamazon.platform.bus;

import com.ecamazon.platform.json.Replies;

/**
 * A reply that is kept ready as the bytes that a client gets, for what is asked for often.
 *
 * @param <R> the operation's reply
 */
@SuppressWarnings("UnusedTypeParameter") // It ties the bytes to the operation that they answer.
public final class Encoded<R> {
    private final Class<?> variant;
    private final byte[] body;

    /** Bytes that were put together by hand, shown as this variant of the reply. */
    public Encoded(Class<? extends R> variant, byte[] body) {
        this.variant = variant;
        this.body = body;
    }

    /** The reply's bytes, made now. */
    @SuppressWarnings("unchecked") // The class of an R is a subclass of R.
    public static <R> Encoded<R> of(R reply) {
        return new Encoded<>(
                (Class<? extends R>) reply.getClass(),
                Replies.of(reply.getClass()).body(reply));
    }

    Class<?> variant() {
        return variant;
    }

    /** The bytes; not to be changed. */
    public byte[] body() {
        return body;
    }
}
