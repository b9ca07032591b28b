package com.ecamazon.shop.domain;

import static com.ecamazon.shop.domain.Examples.CATALOGUE;
import static com.ecamazon.shop.domain.Examples.NOW;
import static com.ecamazon.shop.domain.Examples.allocated;
import static com.ecamazon.shop.domain.Examples.cart;
import static com.ecamazon.shop.domain.Examples.placed;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shop.Carts.CartState;
import com.ecamazon.contract.stock.Holds.AllocateReply;
import com.ecamazon.shop.domain.OrderSaga.Outcome;
import com.ecamazon.shop.domain.OrderSaga.Step;
import com.ecamazon.shop.domain.Saga.Phase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Runs of one order's saga in a hostile world: they are killed or paused between any two steps, taken over while they still
 * run, and told nothing of what they did. Whatever happens, in the end the order has all or nothing.
 */
class SagaSimulationTest {
    private static final int SEEDS = 30_000;

    @Test
    void runs_whateverHappens_endWithAllOrNothing() {
        Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
        for (int seed = 0; seed < SEEDS; seed++) {
            endings.merge(new World(seed).play(), 1, Integer::sum);
        }
        // Each ending is reached often, or the world is not hostile enough, or too hostile.
        assertThat(endings)
                .hasSize(Ending.values().length)
                .allSatisfy(
                        (ending, times) -> assertThat(times).as(ending.name()).isGreaterThan(SEEDS / 100));
    }

    private enum Ending {
        CONFIRMED,
        CANCELLED,
        REFUSED
    }

    private enum Money {
        NONE,
        HELD,
        DECLINED,
        VOIDED
    }

    private static final class Run {
        private final Order mine;
        private OrderSaga saga;

        Run(Order mine) {
            this.mine = mine;
            saga = OrderSaga.begin(mine.purchase(), mine.saga(), NOW);
        }
    }

    private static final class World {
        private final int seed;
        private final Random random;
        private final List<Run> runs = new ArrayList<>();
        private final Set<Sku> allocated = new HashSet<>();
        private final Set<Sku> marked = new HashSet<>();
        private Order order = placed();
        private Cart cart = cart();
        private Money money = Money.NONE;
        private boolean packed;
        private boolean withdrawn;
        private boolean late;

        World(int seed) {
            this.seed = seed;
            random = new Random(seed);
        }

        private boolean oneIn(int chances) {
            return random.nextInt(chances) == 0;
        }

        Ending play() {
            runs.add(new Run(order));
            for (int i = random.nextInt(40); i >= 0; i--) {
                chaos();
            }
            for (int i = 0; order.saga().phase() != Phase.OVER; i++) {
                assertThat(i).as("seed %s ends", seed).isLessThan(100);
                takeOver();
                finish(runs.getLast());
            }
            // Runs that slept all the time wake up now.
            runs.forEach(this::finish);
            return check();
        }

        private void chaos() {
            switch (random.nextInt(12)) {
                case 0 -> takeOver();
                case 1 -> runs.remove(random.nextInt(runs.size()));
                case 2 -> late |= oneIn(8);
                case 3 -> packed |= order.confirmedAt() != null && !withdrawn && oneIn(2);
                case 4 -> {
                    if (oneIn(4)) {
                        order.cancelling(NOW)
                                .filter(wished -> !wished.equals(order))
                                .ifPresent(wished -> {
                                    order = wished;
                                    runs.add(new Run(order));
                                });
                    }
                }
                case 5 -> {
                    if (oneIn(6) && cart.state() == CartState.OPEN) {
                        cart = cart.closed(new OrderNumber("EC-other"), null, NOW);
                    }
                }
                default -> {
                    if (!runs.isEmpty()) {
                        step(runs.get(random.nextInt(runs.size())), oneIn(5));
                    }
                }
            }
            if (runs.isEmpty()) {
                takeOver();
            }
        }

        private void takeOver() {
            if (order.saga().phase() != Phase.OVER) {
                order = order.takenOver(NOW);
            }
            runs.add(new Run(order));
        }

        private void finish(Run run) {
            for (int i = 0; i < 60 && !(run.saga.step() instanceof Step.Over); i++) {
                step(run, false);
            }
        }

        /** Does the step, or a part of it; the run may not hear what came of it. */
        private void step(Run run, boolean silent) {
            var outcome = silent && oneIn(2) ? new Outcome.Away() : perform(run, silent);
            run.saga = run.saga.next(silent ? new Outcome.Away() : outcome, late);
        }

        private Outcome perform(Run run, boolean inPart) {
            var purchase = run.mine.purchase();
            return switch (run.saga.step()) {
                case Step.CloseCart() -> {
                    var closing = CartClosing.of(cart, purchase, CATALOGUE, NOW);
                    cart = closing.cart();
                    yield closing.refusal()
                            .<Outcome>map(Outcome.Refused::new)
                            .orElseGet(() -> new Outcome.Taken(closing.cart().holds()));
                }
                case Step.Allocate(var skus) -> allocate(purchase, skus, inPart);
                case Step.Authorise() -> authorise();
                case Step.Confirm() -> save(run, current -> current.confirmed(NOW));
                case Step.Decide(var refusal) -> save(run, current -> current.undoing(refusal));
                case Step.TakeBack back -> takeBack(purchase, back, inPart);
                case Step.Withdraw() -> {
                    withdrawn |= !packed;
                    yield packed ? new Outcome.Packed() : new Outcome.Done();
                }
                case Step.Refuse(var refusal) -> save(run, current -> current.refused(refusal, NOW));
                case Step.Keep() -> save(run, current -> current.kept(NOW));
                case Step.Over() -> new Outcome.Done();
            };
        }

        private Outcome allocate(Purchase purchase, Set<Sku> skus, boolean inPart) {
            var replies = new ArrayList<AllocateReply>();
            for (var sku : skus) {
                if (inPart && oneIn(2)) {
                    continue;
                }
                // What is there changes all the time: others buy, others give back.
                if (!marked.contains(sku) && (allocated.contains(sku) || !oneIn(8))) {
                    allocated.add(sku);
                    replies.add(allocated(sku, purchase.quantity(sku)));
                } else {
                    replies.add(new AllocateReply.OutOfStock(sku, 0));
                }
            }
            return new Outcome.Answered(replies, Set.of());
        }

        private Outcome authorise() {
            if (money == Money.NONE) {
                money = oneIn(5) ? Money.DECLINED : Money.HELD;
            }
            return money == Money.HELD ? new Outcome.Done() : new Outcome.Refused(new Refusal.PaymentDeclined("no"));
        }

        private Outcome takeBack(Purchase purchase, Step.TakeBack back, boolean inPart) {
            for (var sku : back.skus()) {
                if (!inPart || oneIn(2)) {
                    allocated.remove(sku);
                    marked.add(sku);
                }
            }
            if (back.money() && (!inPart || oneIn(2))) {
                money = money == Money.DECLINED ? Money.DECLINED : Money.VOIDED;
            }
            if (!inPart && !(back.refusal() instanceof Refusal.Cancelled)) {
                cart = cart.reopened(purchase.number(), NOW);
            }
            return new Outcome.Done();
        }

        /** Who lost the lease saves nothing and goes no further. */
        private Outcome save(Run run, Function<Order, Order> change) {
            if (!order.isRunBy(run.mine.saga())) {
                run.saga = OrderSaga.begin(order.purchase(), order.saga().over(null), NOW);
                return new Outcome.Done();
            }
            order = change.apply(order);
            return new Outcome.Done();
        }

        private Ending check() {
            var number = order.purchase().number();
            return switch (order.state()) {
                case CONFIRMED -> {
                    assertThat(allocated)
                            .as("seed %s units", seed)
                            .isEqualTo(order.purchase().skus());
                    assertThat(money).as("seed %s money", seed).isEqualTo(Money.HELD);
                    assertThat(cart.order()).as("seed %s cart", seed).isEqualTo(number);
                    yield Ending.CONFIRMED;
                }
                case CANCELLED, REFUSED -> {
                    assertThat(allocated).as("seed %s units", seed).isEmpty();
                    assertThat(money).as("seed %s money", seed).isNotEqualTo(Money.HELD);
                    assertThat(packed).as("seed %s packed", seed).isFalse();
                    var refused = order.saga().refusal() instanceof Refusal.Cancelled;
                    assertThat(!refused && number.equals(cart.order()))
                            .as("seed %s cart", seed)
                            .isFalse();
                    yield refused ? Ending.CANCELLED : Ending.REFUSED;
                }
                default -> throw new AssertionError("seed " + seed + " ends as " + order.state());
            };
        }
    }
}
