package com.ecamazon.shop.domain;

import static com.ecamazon.shop.domain.Examples.DESK;
import static com.ecamazon.shop.domain.Examples.LAMP;
import static com.ecamazon.shop.domain.Examples.NOW;
import static com.ecamazon.shop.domain.Examples.allocated;
import static com.ecamazon.shop.domain.Examples.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.ecamazon.contract.Sku;
import com.ecamazon.contract.stock.Holds.AllocateReply;
import com.ecamazon.shop.domain.OrderSaga.Outcome;
import com.ecamazon.shop.domain.OrderSaga.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderSagaTest {
    private static final Outcome DONE = new Outcome.Done();
    private static final Outcome TAKEN = new Outcome.Taken(Map.of(LAMP, 7L, DESK, 8L));
    private static final Outcome AWAY = new Outcome.Away();
    private static final Set<Sku> ALL = Set.of(LAMP, DESK);
    private static final Outcome ALLOCATED =
            new Outcome.Answered(List.of(allocated(LAMP, 3), allocated(DESK, 1)), Set.of());
    private static final Outcome DECLINED = new Outcome.Refused(new Refusal.PaymentDeclined("no"));

    private static OrderSaga begin(Order order, Instant now) {
        return OrderSaga.begin(order.purchase(), order.saga(), now);
    }

    private static OrderSaga after(Outcome... outcomes) {
        var saga = begin(placed(), NOW);
        for (var outcome : outcomes) {
            saga = saga.next(outcome, false);
        }
        return saga;
    }

    @Test
    void next_allGoesWell_confirms() {
        assertThat(after().step()).isEqualTo(new Step.CloseCart());
        assertThat(after(TAKEN).step()).isEqualTo(new Step.Allocate(ALL));
        assertThat(after(TAKEN).holds()).containsOnly(entry(LAMP, 7L), entry(DESK, 8L));
        assertThat(after(TAKEN, ALLOCATED).step()).isEqualTo(new Step.Authorise());
        var confirming = after(TAKEN, ALLOCATED, DONE);
        assertThat(confirming.step()).isEqualTo(new Step.Confirm());
        assertThat(confirming.allocations()).hasSize(2);
        assertThat(after(TAKEN, ALLOCATED, DONE, DONE).step()).isEqualTo(new Step.Over());
    }

    @Test
    void next_cartRefusedAtFirst_refusesWithoutTakingBack() {
        var refusal = new Refusal.CartEmpty();
        assertThat(after(new Outcome.Refused(refusal)).step()).isEqualTo(new Step.Refuse(refusal));
    }

    @Test
    void next_outOfStock_decidesAndTakesBackOnlyWhatWasAllocated() {
        var saga = after(
                TAKEN,
                new Outcome.Answered(List.of(allocated(LAMP, 3), new AllocateReply.OutOfStock(DESK, 0)), Set.of()));
        assertThat(saga.step())
                .isInstanceOfSatisfying(
                        Step.Decide.class,
                        decide -> assertThat(decide.refusal())
                                .isInstanceOfSatisfying(
                                        Refusal.OutOfStock.class,
                                        refusal -> assertThat(refusal.errors())
                                                .singleElement()
                                                .satisfies(fault -> assertThat(fault.pointer())
                                                        .isEqualTo("/lines/1"))));
        assertThat(saga.next(DONE, false).step()).isInstanceOfSatisfying(Step.TakeBack.class, back -> {
            assertThat(back.skus()).containsExactly(LAMP);
            assertThat(back.money()).isFalse();
        });
        assertThat(saga.next(DONE, false).next(DONE, false).step()).isInstanceOf(Step.Refuse.class);
    }

    @Test
    void next_stockAnswersInPart_asksForTheRestAndDoubts() {
        var saga = after(TAKEN, new Outcome.Answered(List.of(allocated(LAMP, 3)), Set.of(DESK)));
        assertThat(saga.step()).isEqualTo(new Step.Allocate(Set.of(DESK)));
        var out = saga.next(new Outcome.Answered(List.of(new AllocateReply.OutOfStock(DESK, 0)), Set.of()), false);
        assertThat(out.next(DONE, false).step())
                .isInstanceOfSatisfying(
                        Step.TakeBack.class, back -> assertThat(back.skus()).isEqualTo(ALL));
    }

    @Test
    void next_declined_takesUnitsBackAndNoMoney() {
        var saga = after(TAKEN, ALLOCATED, DECLINED, DONE);
        assertThat(saga.step()).isEqualTo(new Step.TakeBack(ALL, false, new Refusal.PaymentDeclined("no")));
    }

    @Test
    void next_declinedAfterSilence_takesMoneyBackToo() {
        var saga = after(TAKEN, ALLOCATED, AWAY, DECLINED, DONE);
        assertThat(saga.step()).isEqualTo(new Step.TakeBack(ALL, true, new Refusal.PaymentDeclined("no")));
    }

    @Test
    void next_awayInTime_triesAgain() {
        assertThat(after(AWAY).step()).isEqualTo(new Step.CloseCart());
        assertThat(after(TAKEN, AWAY).step()).isEqualTo(new Step.Allocate(ALL));
        assertThat(after(TAKEN, ALLOCATED, AWAY).step()).isEqualTo(new Step.Authorise());
        assertThat(after(TAKEN, ALLOCATED, DONE, AWAY).step()).isEqualTo(new Step.Confirm());
    }

    @Test
    void next_awayAfterTheDeadline_takesBackWhatIsInDoubt() {
        assertThat(after(TAKEN).next(AWAY, true).step()).isEqualTo(new Step.Decide(new Refusal.NotCompleted()));
        var late = after(TAKEN, ALLOCATED).next(AWAY, true);
        assertThat(late.next(DONE, true).step()).isEqualTo(new Step.TakeBack(ALL, true, new Refusal.NotCompleted()));
        assertThat(late.next(DONE, true).next(AWAY, true).step()).isInstanceOf(Step.TakeBack.class);
    }

    @Test
    void begin_secondRun_doubtsEverything() {
        var again = placed().takenOver(NOW);
        var saga = begin(again, NOW).next(new Outcome.Refused(new Refusal.CartOrdered()), false);
        assertThat(saga.step()).isEqualTo(new Step.Decide(new Refusal.CartOrdered()));
        assertThat(saga.next(DONE, false).step()).isEqualTo(new Step.TakeBack(ALL, true, new Refusal.CartOrdered()));
    }

    @Test
    void begin_secondRunAfterTheDeadline_takesBack() {
        var again = placed().takenOver(NOW);
        assertThat(begin(again, NOW.plus(Duration.ofMinutes(30))).step())
                .isEqualTo(new Step.Decide(new Refusal.NotCompleted()));
    }

    @Test
    void begin_decidedBefore_goesOnTakingBack() {
        var decided = placed().undoing(new Refusal.PaymentDeclined("no")).takenOver(NOW);
        assertThat(begin(decided, NOW).step())
                .isEqualTo(new Step.TakeBack(ALL, true, new Refusal.PaymentDeclined("no")));
    }

    @Test
    void next_cancelling_withdrawsThenTakesBack() {
        var order = placed().confirmed(NOW).cancelling(NOW).orElseThrow();
        var saga = begin(order, NOW);
        assertThat(saga.step()).isEqualTo(new Step.Withdraw());
        assertThat(saga.next(AWAY, true).step()).isEqualTo(new Step.Withdraw());
        assertThat(saga.next(new Outcome.Packed(), false).step()).isEqualTo(new Step.Keep());
        assertThat(saga.next(DONE, false).step()).isEqualTo(new Step.TakeBack(ALL, true, new Refusal.Cancelled()));
        assertThat(saga.next(DONE, false).next(DONE, false).step()).isEqualTo(new Step.Refuse(new Refusal.Cancelled()));
    }
}
