package com.ecamazon.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Problem;
import com.ecamazon.platform.json.Replies;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodecsTest {
    private static final byte[] JSON = "{\"id\":\"lämp\"}".getBytes(StandardCharsets.UTF_8);
    private static final int BEFORE = 3;

    private final Codecs.QuestionCodec questions = new Codecs.QuestionCodec();
    private final Codecs.AnswerCodec answers = new Codecs.AnswerCodec();

    private static Asked asked(String caller) {
        return asked(caller, JSON);
    }

    private static Asked asked(byte[] body) {
        return asked("GUEST||", body);
    }

    private static Asked asked(String caller, byte[] body) {
        return new Asked(
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                new Question("shop.prödukt", 1_700_000_000_000L, "op", caller, "00-ab-cd-01", Question.Body.of(body)));
    }

    private Asked sent(Asked asked) {
        var wire = Buffer.buffer(new byte[BEFORE]);
        questions.encodeToWire(wire, asked);
        return questions.decodeFromWire(BEFORE, wire);
    }

    private Reply sent(Reply reply) {
        var wire = Buffer.buffer(new byte[BEFORE]);
        answers.encodeToWire(wire, reply);
        return answers.decodeFromWire(BEFORE, wire);
    }

    @Test
    void question_sent_comesAsItWas() {
        // The same caller again, another of the same length, a part of it, and none.
        for (var caller : new String[] {"GUEST||", "GUEST||", "GUEST|x", "GUEST|", "Gäst|", "", "GUEST||"}) {
            var asked = asked(caller);
            var came = sent(asked);
            assertThat(came)
                    .usingRecursiveComparison()
                    .ignoringFields("question.body")
                    .isEqualTo(asked);
            assertThat(came.question().body().json()).isEqualTo(JSON);
        }
    }

    private @Nullable String refusal(Buffer wire) {
        var fault = questions.decodeFromWire(0, wire).fault();
        return fault == null ? null : fault.code();
    }

    @Test
    void question_cutOff_isRefusedAsMalformed() {
        var wire = Buffer.buffer();
        questions.encodeToWire(wire, asked("GUEST||"));
        for (int length = 0; length < wire.length(); length++) {
            assertThat(refusal(Buffer.buffer(wire.getBytes(0, length)))).isEqualTo("MALFORMED");
        }
        assertThat(refusal(wire)).isNull();
    }

    @Test
    void question_inAnotherVersion_isRefusedWhereItsAnswerBelongs() {
        var wire = Buffer.buffer();
        questions.encodeToWire(wire, asked("GUEST||"));
        wire.setByte(0, (byte) (Question.VERSION + 1));
        // What another version has after the first fields is unknown.
        var later = wire.getBuffer(0, 1 + 3 * Long.BYTES).appendString("of a later time");

        var came = questions.decodeFromWire(0, later);

        assertThat(refusal(later)).isEqualTo("UNKNOWN_VERSION");
        assertThat(came.number()).isEqualTo(Long.MAX_VALUE);
        assertThat(came.password()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void question_overTheLimit_isRefused() {
        var wire = Buffer.buffer();
        questions.encodeToWire(wire, asked(new byte[Codecs.MOST_BYTES]));
        assertThat(refusal(wire)).isNull();

        var larger = Buffer.buffer();
        questions.encodeToWire(larger, asked(new byte[Codecs.MOST_BYTES + 1]));
        assertThat(refusal(larger)).isEqualTo("TOO_LARGE");
    }

    @Test
    void answer_overTheLimitOrCutOff_isAProblem() {
        var large = new Answer(200, "Large", Replies.JSON, Map.of(), null, new byte[Codecs.MOST_BYTES + 1]);
        assertThat(Objects.requireNonNull(sent(new Reply(7, -7, large)).answer())
                        .status())
                .isEqualTo(500);

        var wire = Buffer.buffer();
        answers.encodeToWire(wire, new Reply(7, -7, Answer.of(Problem.notFound())));
        var came = answers.decodeFromWire(0, wire.getBuffer(0, wire.length() - 1));
        assertThat(Objects.requireNonNull(came.answer()).status()).isEqualTo(500);
        assertThat(came.number()).isEqualTo(7);
        assertThat(came.password()).isEqualTo(-7);
    }

    @ParameterizedTest
    @ValueSource(strings = {Replies.JSON, Replies.PROBLEM, "image/svg+xml"})
    void answer_sent_comesAsItWas(String mediaType) {
        var answer = new Answer(404, "Missing", mediaType, Map.of("Retry-After", "1"), null, JSON);
        var came = sent(new Reply(7, -7, answer));

        assertThat(came.number()).isEqualTo(7);
        assertThat(came.password()).isEqualTo(-7);
        assertThat(Objects.requireNonNull(came.answer()))
                .usingRecursiveComparison()
                .isEqualTo(answer);
    }

    @Test
    void answer_unheard_comesWithoutOne() {
        assertThat(sent(Reply.unheard(asked("")))).isEqualTo(new Reply(Long.MAX_VALUE, Long.MIN_VALUE, null));
    }
}
