package com.ecamazon.platform.bus;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageCodec;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a {@link Question} and an {@link Answer} are laid out on the wire: envelope fields, then the JSON as it stands. */
final class Codecs {
    private Codecs() {}

    static void register(EventBus bus) {
        bus.registerDefaultCodec(Question.class, new QuestionCodec());
        bus.registerDefaultCodec(Answer.class, new AnswerCodec());
    }

    private static final class QuestionCodec implements MessageCodec<Question, Question> {
        @Override
        public void encodeToWire(Buffer wire, Question question) {
            wire.appendByte(Question.VERSION).appendLong(question.deadline());
            text(wire, question.operation());
            text(wire, question.operationId());
            text(wire, question.caller());
            text(wire, question.trace());
            bytes(wire, question.body().json());
        }

        @Override
        public Question decodeFromWire(int position, Buffer wire) {
            var in = new Reader(wire, position + 9);
            return new Question(
                    in.text(),
                    wire.getLong(position + 1),
                    in.text(),
                    in.text(),
                    in.text(),
                    Question.Body.of(in.bytes()));
        }

        @Override
        public Question transform(Question question) {
            return question;
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

    private static final class AnswerCodec implements MessageCodec<Answer, Answer> {
        @Override
        public void encodeToWire(Buffer wire, Answer answer) {
            wire.appendShort((short) answer.status());
            text(wire, answer.variant());
            text(wire, answer.contentType());
            wire.appendByte((byte) answer.headers().size());
            answer.headers().forEach((name, value) -> {
                text(wire, name);
                text(wire, value);
            });
            bytes(wire, answer.body());
        }

        @Override
        public Answer decodeFromWire(int position, Buffer wire) {
            int status = wire.getShort(position);
            var in = new Reader(wire, position + 2);
            var variant = in.text();
            var contentType = in.text();
            int count = in.octet();
            Map<String, String> headers = count == 0 ? Map.of() : new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                headers.put(in.text(), in.text());
            }
            return new Answer(status, variant, contentType, headers, null, in.bytes());
        }

        @Override
        public Answer transform(Answer answer) {
            return answer;
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

    private static final class Reader {
        private final Buffer wire;
        private int at;

        Reader(Buffer wire, int at) {
            this.wire = wire;
            this.at = at;
        }

        int octet() {
            return wire.getByte(at++);
        }

        String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        byte[] bytes() {
            int from = at + 4;
            at = from + wire.getInt(at);
            return wire.getBytes(from, at);
        }
    }
}
