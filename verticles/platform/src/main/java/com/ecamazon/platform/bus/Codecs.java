package com.ecamazon.platform.bus;

import com.ecamazon.contract.Problem;
import com.ecamazon.platform.json.Replies;
import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageCodec;
import io.vertx.core.internal.buffer.BufferInternal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a {@link Question} and an {@link Answer} are laid out on the wire: envelope fields, then the JSON as it stands. A
 * question: version, deadline, number, password, operation, operation id, sealed caller, trace. An answer: number, password,
 * status, media type, variant, headers. Texts are counted UTF-8.
 *
 * <p>Version, deadline, number and password stand first in every version, so that what cannot be read can be answered.
 */
final class Codecs {
    /** The largest body that passes between JVMs. */
    static final int MOST_BYTES = 256 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Codecs.class);
    private static final Problem UNKNOWN_VERSION =
            Problem.of(501, "UNKNOWN_VERSION", "This version of the contract is not known here.");
    private static final Problem MALFORMED = Problem.of(400, "MALFORMED", "The message cannot be read.");
    private static final Problem TOO_LARGE = Problem.of(413, "TOO_LARGE", "The message is larger than 256 KiB.");

    private Codecs() {}

    static void register(EventBus bus) {
        bus.registerDefaultCodec(Asked.class, new QuestionCodec());
        bus.registerDefaultCodec(Reply.class, new AnswerCodec());
    }

    /** The media types that stand as one octet; any other follows as text. */
    private static final List<String> MEDIA_TYPES = List.of(Replies.JSON, Replies.PROBLEM);

    static final class QuestionCodec implements MessageCodec<Asked, Asked> {
        private Known lastOperation = Known.NOTHING;
        private Known lastCaller = Known.NOTHING;

        @Override
        public void encodeToWire(Buffer wire, Asked asked) {
            var question = asked.question();
            wire.appendByte(Question.VERSION)
                    .appendLong(question.deadline())
                    .appendLong(asked.number())
                    .appendLong(asked.password());
            text(wire, question.operation());
            text(wire, question.operationId());
            text(wire, question.caller());
            text(wire, question.trace());
            bytes(wire, question.body().json());
        }

        /** Throws nothing: who asks is to hear why. */
        @Override
        public Asked decodeFromWire(int position, Buffer wire) {
            var in = new Reader(wire, position);
            long number = 0;
            long password = 0;
            try {
                int version = in.octet();
                long deadline = in.number();
                number = in.number();
                password = in.number();
                if (version != Question.VERSION) {
                    return Asked.unreadable(number, password, UNKNOWN_VERSION);
                }
                var operation = in.text(lastOperation);
                lastOperation = operation;
                var operationId = in.text();
                var caller = in.text(lastCaller);
                lastCaller = caller;
                var trace = in.text();
                return in.count() > MOST_BYTES
                        ? Asked.unreadable(number, password, TOO_LARGE)
                        : new Asked(
                                number,
                                password,
                                new Question(
                                        operation.text,
                                        deadline,
                                        operationId,
                                        caller.text,
                                        trace,
                                        Question.Body.of(in.bytes())));
            } catch (IndexOutOfBoundsException e) {
                return Asked.unreadable(number, password, MALFORMED);
            }
        }

        @Override
        public Asked transform(Asked asked) {
            return asked;
        }

        @Override
        public String name() {
            return "question";
        }

        @Override
        public byte systemCodecID() {
            return -1;
        }
    }

    static final class AnswerCodec implements MessageCodec<Reply, Reply> {
        private static final short UNHEARD = 0;

        private Known lastVariant = Known.NOTHING;

        @Override
        public void encodeToWire(Buffer wire, Reply reply) {
            wire.appendLong(reply.number()).appendLong(reply.password());
            if (reply.answer() == null) {
                wire.appendShort(UNHEARD);
                return;
            }
            var answer = reply.answer().body().length > MOST_BYTES ? tooLarge(reply.answer()) : reply.answer();
            wire.appendShort((short) answer.status());
            int mediaType = MEDIA_TYPES.indexOf(answer.contentType());
            wire.appendByte((byte) mediaType);
            if (mediaType < 0) {
                text(wire, answer.contentType());
            }
            text(wire, answer.variant());
            wire.appendByte((byte) answer.headers().size());
            answer.headers().forEach((name, value) -> {
                text(wire, name);
                text(wire, value);
            });
            bytes(wire, answer.body());
        }

        private static Answer tooLarge(Answer answer) {
            LOG.error("an answer {} of {} octets is too large to pass", answer.variant(), answer.body().length);
            return Answer.of(Problem.internal());
        }

        @Override
        public Reply decodeFromWire(int position, Buffer wire) {
            var in = new Reader(wire, position);
            long number = 0;
            long password = 0;
            try {
                number = in.number();
                password = in.number();
                int status = in.pair();
                return new Reply(number, password, status == UNHEARD ? null : answer(status, in));
            } catch (IndexOutOfBoundsException e) {
                LOG.warn("an answer cannot be read: {}", e.getMessage());
                return new Reply(number, password, Answer.of(Problem.internal()));
            }
        }

        private Answer answer(int status, Reader in) {
            int mediaType = in.octet();
            var contentType = mediaType < 0 ? in.text() : MEDIA_TYPES.get(mediaType);
            var variant = in.text(lastVariant);
            lastVariant = variant;
            int count = in.octet();
            Map<String, String> headers = count == 0 ? Map.of() : new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                headers.put(in.text(), in.text());
            }
            return new Answer(status, variant.text, contentType, headers, null, in.bytes());
        }

        @Override
        public Reply transform(Reply reply) {
            return reply;
        }

        @Override
        public String name() {
            return "answer";
        }

        @Override
        public byte systemCodecID() {
            return -1;
        }
    }

    private static void text(Buffer wire, String text) {
        bytes(wire, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(Buffer wire, byte[] bytes) {
        wire.appendInt(bytes.length).appendBytes(bytes);
    }

    /** Bytes that came and the text they are. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by hand.
    private record Known(byte[] bytes, String text) {
        static final Known NOTHING = new Known(new byte[0], "");
    }

    private static final class Reader {
        private final ByteBuf wire;
        private int at;

        Reader(Buffer wire, int at) {
            this.wire = ((BufferInternal) wire).getByteBuf();
            this.at = at;
        }

        int octet() {
            return wire.getByte(at++);
        }

        int pair() {
            at += Short.BYTES;
            return wire.getShort(at - Short.BYTES);
        }

        long number() {
            at += Long.BYTES;
            return wire.getLong(at - Long.BYTES);
        }

        String text() {
            int from = next();
            return wire.toString(from, at - from, StandardCharsets.UTF_8);
        }

        /** What came last time again, when it is the same: most messages are like those before them. */
        Known text(Known last) {
            int from = next();
            if (at - from == last.bytes.length && isSame(last.bytes, from)) {
                return last;
            }
            var bytes = new byte[at - from];
            wire.getBytes(from, bytes);
            return new Known(bytes, new String(bytes, StandardCharsets.UTF_8));
        }

        private boolean isSame(byte[] bytes, int from) {
            return wire.hasArray()
                    && Arrays.equals(
                            wire.array(), wire.arrayOffset() + from, wire.arrayOffset() + at, bytes, 0, bytes.length);
        }

        /** How many octets the next counted bytes have. */
        int count() {
            return wire.getInt(at);
        }

        byte[] bytes() {
            int from = next();
            var bytes = new byte[at - from];
            wire.getBytes(from, bytes);
            return bytes;
        }

        /** Goes over the next counted bytes; they begin at what is returned. */
        private int next() {
            int from = at + Integer.BYTES;
            at = from + wire.getInt(at);
            return Objects.checkFromToIndex(from, at, wire.writerIndex());
        }
    }
}
