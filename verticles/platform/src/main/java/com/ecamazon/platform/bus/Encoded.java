package com.ecamazon.platform.bus;

import com.ecamazon.platform.json.Replies;

/**
 * A reply that is kept ready as the bytes that a client gets, for what is asked for often.
 *
 * @param <R> the operation's reply
 */
@SuppressWarnings("UnusedTypeParameter") // It ties the bytes to the operation that they answer.
public final class Encoded<R> {
    private final byte[] body;
    private final Answer answer;

    /** Bytes that were put together by hand, shown as this variant of the reply. */
    public Encoded(Class<? extends R> variant, byte[] body) {
        this.body = body;
        this.answer = Answer.of(variant, body);
    }

    /** The reply's bytes, made now. */
    @SuppressWarnings("unchecked") // The class of an R is a subclass of R.
    public static <R> Encoded<R> of(R reply) {
        return new Encoded<>(
                (Class<? extends R>) reply.getClass(),
                Replies.of(reply.getClass()).body(reply));
    }

    /** The same every time that it is asked for. */
    Answer answer() {
        return answer;
    }

    /** The bytes; not to be changed. */
    public byte[] body() {
        return body;
    }
}
