package com.ecamazon.stock.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.CartId;
import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.ReturnNumber;
import com.ecamazon.contract.stock.Holds.AllocateReply.Allocated;
import com.ecamazon.contract.stock.Holds.HoldReply.Held;
import com.ecamazon.contract.stock.Holds.Share;
import com.ecamazon.contract.stock.Levels.MovementKind;
import com.ecamazon.contract.stock.Levels.Receipt;
import com.ecamazon.contract.stock.Picks.ShortReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any sequence of commands, repeats and forgetting included, keeps the books right. A seed names a sequence. */
class RandomCommandsTest {
    private static final List<DepotId> DEPOTS = List.of(Shelf.NORTH, Shelf.SOUTH, Shelf.WEST);
    private static final List<ShortReason> REASONS = List.of(ShortReason.values());
    private static final int STEPS = 600;

    private final Shelf shelf = new Shelf();
    /** What each order has in each depot, written down from the replies alone. */
    private final Map<String, Map<DepotId, Integer>> orders = new HashMap<>();

    private final Set<String> released = new HashSet<>();
    private final Map<String, Held> carts = new HashMap<>();
    private final List<Runnable> done = new ArrayList<>();
    private int serial;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584, 4181, 6765, 10946})
    void commands_inAnyOrder_keepTheInvariants(long seed) {
        var random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            step(random);
            holdsTrue("seed " + seed + ", step " + step);
            if (!done.isEmpty() && random.nextInt(4) == 0) {
                var before = shelf.stock;
                done.get(random.nextInt(done.size())).run();
                assertThat(shelf.stock)
                        .as("a repeat, seed %d, step %d", seed, step)
                        .isEqualTo(before);
            }
            if (random.nextInt(5) == 0) {
                var some = new HashSet<String>();
                shelf.ledger.stream().filter(_ -> random.nextBoolean()).forEach(entry -> some.add(entry.id()));
                shelf.stock = shelf.stock.forgetting(some::contains, shelf.now);
            }
        }
    }

    private void step(Random random) {
        var depot = DEPOTS.get(random.nextInt(3));
        var order = "EC" + random.nextInt(40);
        var cart = "cart" + random.nextInt(12);
        int units = 1 + random.nextInt(6);
        int number = serial++;
        switch (random.nextInt(12)) {
            case 0, 1 -> once(number, n -> () -> shelf.receive(new Receipt(Shelf.SKU, depot, units, "r" + n)));
            case 2 -> once(number, n -> () -> shelf.adjust(depot, random(n, units), "a" + n));
            case 3, 4 -> hold(cart, random.nextInt(5));
            case 5, 6 -> allocate(order, cart, units);
            case 7 -> deallocate(order, cart, random.nextBoolean() ? shelf.now.plusSeconds(300) : Instant.EPOCH);
            case 8 -> dispatch(number, random);
            case 9 -> shortfall(number, random);
            case 10 -> shelf.pass(random.nextInt(200));
            default -> restOf(random, depot, units, number);
        }
    }

    private void restOf(Random random, DepotId depot, int units, int number) {
        if (random.nextBoolean()) {
            var units1 = new Counting.Returned(new ReturnNumber("R" + number), depot, units, random.nextInt(units + 1));
            once(number, _ -> () -> shelf.returned(units1));
        } else if (shelf.stock.depot(depot).isPresent()) {
            shelf.keepBack(depot, random.nextInt(3), random.nextInt(3));
        }
    }

    private static int random(int number, int units) {
        return number % 2 == 0 ? units : -units;
    }

    /** A command that has a name: it is done, and may be done again later. */
    private void once(int number, IntFunction<Runnable> command) {
        int entries = shelf.ledger.size();
        command.apply(number).run();
        if (shelf.ledger.size() > entries) {
            done.add(command.apply(number));
        }
    }

    private void hold(String cart, int quantity) {
        if (shelf.hold(cart, quantity) instanceof Held held) {
            carts.put(cart, held);
        }
    }

    private void allocate(String order, String cart, int quantity) {
        boolean repeat = orders.containsKey(order);
        int entries = shelf.ledger.size();
        var reply = shelf.allocate(order, cart, quantity);
        if (released.contains(order)) {
            assertThat(shelf.ledger).hasSize(entries);
        } else if (repeat) {
            assertThat(reply).isInstanceOf(Allocated.class);
            assertThat(shelf.ledger).hasSize(entries);
        } else if (reply instanceof Allocated allocated) {
            assertThat(Sourcing.units(allocated.shares())).isEqualTo(quantity);
            carts.remove(cart);
            orders.put(order, new HashMap<>());
            give(order, allocated.shares());
        }
    }

    private void give(String order, List<Share> shares) {
        shares.forEach(
                share -> orders.getOrDefault(order, Map.of()).merge(share.depot(), share.quantity(), Integer::sum));
    }

    private void deallocate(String order, String cart, Instant until) {
        if (released.contains(order) || !orders.containsKey(order)) {
            return; // A mark alone lasts a minute; that is an example of its own.
        }
        shelf.deallocate(order, cart, until);
        int units =
                orders.get(order).values().stream().mapToInt(Integer::intValue).sum();
        int held = shelf.stock.held(new CartId(cart), shelf.now);
        if (units > 0 && until.isAfter(shelf.now)) {
            assertThat(held).isGreaterThanOrEqualTo(units);
            carts.put(cart, new Held(Shelf.SKU, held, until, 0));
        }
        orders.get(order).clear();
        released.add(order);
        if (units > 0) {
            done.add(() -> shelf.deallocate(order, cart, until));
        }
    }

    private void dispatch(int number, Random random) {
        some(random, (order, depot, has) -> {
            int units = 1 + random.nextInt(has);
            once(number, n -> () -> shelf.dispatch(order, n, depot, units));
            orders.get(order).merge(depot, -units, Integer::sum);
        });
    }

    private void shortfall(int number, Random random) {
        some(random, (order, depot, has) -> {
            var reason = REASONS.get(random.nextInt(REASONS.size()));
            var report = new Leaving.Shortfall(
                    "s" + number, new OrderNumber(order), Shelf.SKU, depot, 1 + random.nextInt(has), reason);
            var replaced = shelf.shortfall(report);
            orders.get(order).merge(depot, -report.quantity(), Integer::sum);
            give(order, replaced.shares());
            done.add(() -> assertThat(shelf.shortfall(report)).isEqualTo(replaced));
        });
    }

    private interface OrderUnits {
        void take(String order, DepotId depot, int units);
    }

    private void some(Random random, OrderUnits command) {
        var order = "EC" + random.nextInt(40);
        var depot = DEPOTS.get(random.nextInt(3));
        int has = orders.getOrDefault(order, Map.of()).getOrDefault(depot, 0);
        if (has > 0) {
            command.take(order, depot, has);
        }
    }

    private int sum(DepotId depot, ToIntFunction<MovementKind> effect) {
        return shelf.ledger.stream()
                .mapToInt(entry -> effect.applyAsInt(entry.kind())
                        * Sourcing.units(entry.lines().stream()
                                .filter(line -> line.depot().equals(depot))
                                .toList()))
                .sum();
    }

    private void holdsTrue(String when) {
        var stock = shelf.stock;
        for (var depot : DEPOTS) {
            int onHand = sum(depot, Done::onHandEffect);
            int allocated = sum(depot, Done::allocatedEffect);
            assertThat(shelf.onHand(depot))
                    .as("on hand, %s", when)
                    .isEqualTo(onHand)
                    .isNotNegative();
            assertThat(shelf.allocated(depot)).as("allocated, %s", when).isEqualTo(allocated);
            assertThat(orders.values().stream()
                            .mapToInt(units -> units.getOrDefault(depot, 0))
                            .sum())
                    .as("units of orders, %s", when)
                    .isEqualTo(allocated);
        }
        assertThat(shelf.ledger).extracting(LedgerEntry::id).as("ids, %s", when).doesNotHaveDuplicates();
        assertThat(stock.availableToPromise(shelf.now))
                .as("available, %s", when)
                .isNotNegative();
        int reserved = carts.values().stream()
                .filter(held -> held.until().isAfter(shelf.now))
                .mapToInt(Held::quantity)
                .sum();
        assertThat(stock.reserved(shelf.now)).as("reserved, %s", when).isEqualTo(reserved);
    }
}
