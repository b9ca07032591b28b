package com.ecamazon.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Problem;
import com.ecamazon.platform.Secrets;
import com.ecamazon.platform.testing.LocalPod;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.internal.ContextInternal;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutstandingTest {
    private static final long LONG = 20_000;
    private static final Answer RIGHT = Answer.of(Problem.of(418, "RIGHT", "Of the one that was asked."));
    private static final Answer WRONG = Answer.of(Problem.of(419, "WRONG", "Of another."));

    private final Peer peer = new Peer("peer");
    private Vertx vertx;
    private Outstanding outstanding;

    @BeforeEach
    void open() {
        vertx = Vertx.vertx();
        Codecs.register(vertx.eventBus());
        outstanding = new Outstanding(vertx, ((ContextInternal) vertx.getOrCreateContext()).nettyEventLoop());
    }

    @AfterEach
    void close() {
        LocalPod.await(vertx.close());
    }

    private static Question question() {
        return new Question("any", System.currentTimeMillis() + LONG, "", "", "", Question.Body.of(new byte[0]));
    }

    private Future<Answer> ask(long millis) {
        return outstanding.ask(peer, question(), millis);
    }

    private static void isFailure(Future<Answer> answer, ReplyFailure type) {
        assertThatThrownBy(() -> LocalPod.await(answer))
                .isInstanceOfSatisfying(
                        ReplyException.class, e -> assertThat(e.failureType()).isEqualTo(type));
    }

    @Test
    void ask_forgedAnswers_areNotTaken() {
        vertx.eventBus().consumer("peer", (Message<Asked> message) -> {
            var asked = message.body();
            message.reply(new Reply(asked.number(), asked.password() + 1, WRONG));
            message.reply(new Reply(asked.number() + 1, asked.password(), WRONG));
            message.reply("no answer at all");
            message.reply(Reply.to(asked, RIGHT));
            message.reply(Reply.to(asked, WRONG));
        });

        assertThat(LocalPod.await(ask(LONG))).isSameAs(RIGHT);
    }

    @Test
    void ask_answersInAnotherOrder_areToldApart() {
        vertx.eventBus().consumer("peer", (Message<Asked> message) -> {
            var asked = message.body();
            if (asked.number() % 2 == 0) {
                message.reply(Reply.to(asked, RIGHT));
            } else {
                vertx.setTimer(50, later -> message.reply(Reply.to(asked, WRONG)));
            }
        });
        var first = ask(LONG);
        var second = ask(LONG);

        assertThat(LocalPod.await(second)).isSameAs(RIGHT);
        assertThat(LocalPod.await(first)).isSameAs(WRONG);
    }

    @Test
    void ask_noAnswer_endsInTime() {
        vertx.eventBus().consumer("peer", message -> {});
        isFailure(ask(30), ReplyFailure.TIMEOUT);
        var other = ask(LONG);
        isFailure(ask(30), ReplyFailure.TIMEOUT);
        assertThat(other.isComplete()).isFalse();
    }

    @Test
    void ask_nobodyThere_isUnheardAtOnce() {
        isFailure(ask(LONG), ReplyFailure.NO_HANDLERS);
        peer.answered(System.currentTimeMillis());
        isFailure(ask(LONG), ReplyFailure.NO_HANDLERS);
    }

    @Test
    void gone_peer_endsItsQuestionsOnly() {
        vertx.eventBus().consumer("peer", message -> {});
        vertx.eventBus().consumer("other", message -> {});
        var lost = ask(LONG);
        var kept = outstanding.ask(new Peer("other"), question(), LONG);

        outstanding.gone(peer);

        isFailure(lost, ReplyFailure.TIMEOUT);
        assertThat(kept.isComplete()).isFalse();
    }

    @Test
    void ask_instanceThatLeavesMeanwhile_isUnheard() {
        var seals = new CallerSeal(new Secrets(LocalPod.SECRET), InstantSource.system());
        var leaving = new Dispatcher(
                vertx, Domain.STOCK, "peer", seals, new SimpleMeterRegistry(), failure -> false, Inlet.NONE);
        Promise<Answer> left = Promise.promise();
        // All on one loop: the question is still in the queue when the registration is taken back.
        vertx.getOrCreateContext()
                .runOnContext(run -> leaving.open().onSuccess(opened -> {
                    ask(LONG).onComplete(left);
                    leaving.close();
                }));
        isFailure(left.future(), ReplyFailure.NO_HANDLERS);
    }
}
