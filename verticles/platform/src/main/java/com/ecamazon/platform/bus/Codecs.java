package com.ecamazon.platform.bus;

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

/**
 * How a {@link Question} and an {@link Answer} are laid out on the wire: envelope fields, then the JSON as it stands. A
 * question: version, deadline, number, password, operation, operation id, sealed caller, trace. An answer: number, password,
 * status, media type, variant, headers. Texts are counted UTF-8.
 */
final class Codecs {
    private Codecs() {}

    static void register(EventBus bus) {
        bus.registerDefaultCodec(Asked.class, new QuestionCodec());
        bus.registerDefaultCodec(Reply.class, new AnswerCodec());
    }

    /** The media types that stand as one octet; any other follows as text. */
    private static final List<String> MEDIA_TYPES = List.of(Replies.JSON, Replies.PROBLEM);

    static final class QuestionCodec implements MessageCodec<Asked, Asked> {
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

        @Override
        public Asked decodeFromWire(int position, Buffer wire) {
            var in = new Reader(wire, position);
            int version = in.octet();
            if (version != Question.VERSION) {
                throw new IllegalStateException("a question in version " + version + " of the envelope");
            }
            long deadline = in.number();
            long number = in.number();
            long password = in.number();
            var operation = in.text();
            var operationId = in.text();
            var caller = in.text(lastCaller);
            lastCaller = caller;
            return new Asked(
                    number,
                    password,
                    new Question(
                            operation, deadline, operationId, caller.text, in.text(), Question.Body.of(in.bytes())));
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

        @Override
        public void encodeToWire(Buffer wire, Reply reply) {
            wire.appendLong(reply.number()).appendLong(reply.password());
            var answer = reply.answer();
            if (answer == null) {
                wire.appendShort(UNHEARD);
                return;
            }
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

        @Override
        public Reply decodeFromWire(int position, Buffer wire) {
            var in = new Reader(wire, position);
            long number = in.number();
            long password = in.number();
            int status = in.pair();
            return new Reply(number, password, status == UNHEARD ? null : answer(status, in));
        }

        private static Answer answer(int status, Reader in) {
            int mediaType = in.octet();
            var contentType = mediaType < 0 ? in.text() : MEDIA_TYPES.get(mediaType);
            var variant = in.text();
            int count = in.octet();
            Map<String, String> headers = count == 0 ? Map.of() : new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                headers.put(in.text(), in.text());
            }
            return new Answer(status, variant, contentType, headers, null, in.bytes());
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

        /** What came last time again, when it is the same: most questions come from few callers. */
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
