package com.ecamazon.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.platform.json.Replies;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodecsTest {
    private static final byte[] JSON = "{\"id\":\"lämp\"}".getBytes(StandardCharsets.UTF_8);
    private static final int BEFORE = 3;

    private final Codecs.QuestionCodec questions = new Codecs.QuestionCodec();
    private final Codecs.AnswerCodec answers = new Codecs.AnswerCodec();

    private static Asked asked(String caller) {
        return new Asked(
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                new Question("shop.prödukt", 1_700_000_000_000L, "op", caller, "00-ab-cd-01", Question.Body.of(JSON)));
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

    @Test
    void question_inAnotherVersionOrCutOff_isRefused() {
        var wire = Buffer.buffer();
        questions.encodeToWire(wire, asked("GUEST||"));
        for (int length = 0; length < wire.length(); length++) {
            var part = Buffer.buffer(wire.getBytes(0, length));
            assertThatThrownBy(() -> questions.decodeFromWire(0, part)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        wire.setByte(0, (byte) 1);
        assertThatThrownBy(() -> questions.decodeFromWire(0, wire)).isInstanceOf(IllegalStateException.class);
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
