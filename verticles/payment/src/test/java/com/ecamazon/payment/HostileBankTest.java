package com.ecamazon.payment;

import static com.ecamazon.payment.Town.BOOK;
import static com.ecamazon.payment.Town.DECLINED_CARD;
import static com.ecamazon.payment.Town.GOOD_CARD;
import static com.ecamazon.payment.Town.SLOW_CARD;
import static com.ecamazon.payment.Town.order;
import static com.ecamazon.payment.Town.paying;
import static com.ecamazon.payment.Town.refund;
import static com.ecamazon.payment.Town.sscc;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.PaymentToken;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.payment.Payments.AuthoriseReply;
import com.ecamazon.contract.payment.Payments.AuthoriseReply.Authorised;
import com.ecamazon.contract.payment.Payments.AuthoriseReply.Pending;
import com.ecamazon.contract.payment.Payments.MovementState;
import com.ecamazon.contract.payment.Payments.State;
import com.ecamazon.contract.stock.Picks.PackedLine;
import com.ecamazon.platform.testing.LocalPod;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A mixed run against a bank that does all it can: in the end every cent is where it belongs. */
class HostileBankTest {
    private static final int ORDERS = 200;
    private static final String FAULTS = """
            {"timeoutAfter":0.1,"timeoutBefore":0.1,"duplicateCallbacks":0.2,"reorderCallbacks":300,
            "callbackBeforeReply":0.05,"noCallback":0.05,"wrongAmount":0.01,"forgedSignature":0.05,"refuseRefunds":0.1,
            "seed":7}""";
    private static final Pattern CARD_NUMBER = Pattern.compile("(?<![0-9])[0-9]{15,16}(?![0-9])");

    private final Random random = new Random(7);

    @Test
    void run_allFaults_everyPaymentEndsAndNotACentIsUnexplained() {
        var logged = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var own = (Logger) LoggerFactory.getLogger("com.ecamazon");
        own.setLevel(Level.TRACE);
        logged.start();
        root.addAppender(logged);
        try (var town = new Town()) {
            var good = town.token(GOOD_CARD);
            var slow = town.token(SLOW_CARD);
            var bad = town.token(DECLINED_CARD);
            town.bank.misbehave(FAULTS);
            var orders = Workers.inParallel(12, ORDERS, i -> live(town, i % 10 == 0 ? bad : i % 7 == 0 ? slow : good));

            LocalPod.eventually(
                    () -> orders.stream().allMatch(order -> isAtRest(town, order)), "every payment has ended");
            town.bank.behave();
            LocalPod.eventually(
                    () -> town.reconcile().matched() == town.bank.statement().size(), "the ledger is written");

            assertThat(town.reconcile().differences()).isEmpty();
            for (var order : orders) {
                agreesWithTheBank(town, order);
            }
            assertThat(Stored.everything(town.pod())).noneMatch(HostileBankTest::holdsACardNumber);
            assertThat(List.copyOf(logged.list))
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .noneMatch(HostileBankTest::holdsACardNumber);
        } finally {
            root.detachAppender(logged);
            own.setLevel(null);
        }
    }

    /** An order's life: authorised as a saga does, then cancelled or sent, and refunded now and then. */
    private OrderNumber live(Town town, PaymentToken token) {
        var order = order();
        var reply = answered(town, order, token);
        int fate = next(4);
        if (reply instanceof Authorised && fate > 0) {
            town.departed(order, sscc(), true, new PackedLine(BOOK, 1));
            if (fate == 1) {
                town.await(order, State.CAPTURED);
                persistently(() -> town.refund(refund(order, "key", 40)));
            }
        } else {
            persistently(() -> town.letGo(order));
        }
        return order;
    }

    private synchronized int next(int bound) {
        return random.nextInt(bound);
    }

    private static AuthoriseReply answered(Town town, OrderNumber order, PaymentToken token) {
        AuthoriseReply reply;
        do {
            reply = persistently(() -> town.authorise(paying(order, token, 1_000)));
        } while (reply instanceof Pending);
        return reply;
    }

    /** Asks again while Payment or the bank is away, as sagas and people do. */
    private static <R> R persistently(Supplier<R> question) {
        var replies = new ArrayList<R>();
        LocalPod.eventually(
                () -> {
                    try {
                        return replies.add(question.get());
                    } catch (ProblemException away) {
                        return false;
                    }
                },
                "somebody answers");
        return replies.getFirst();
    }

    private static boolean isAtRest(Town town, OrderNumber order) {
        var payment = town.payment(order);
        return switch (payment.state()) {
            case PENDING, VOIDING, AUTHORISED -> false;
            case DECLINED, VOIDED, PARTLY_CAPTURED, CAPTURED, PARTLY_REFUNDED, REFUNDED, QUARANTINED ->
                payment.movements().stream().noneMatch(movement -> movement.state() == MovementState.PENDING);
        };
    }

    private static void agreesWithTheBank(Town town, OrderNumber order) {
        var ours = town.payment(order);
        var banks = town.bank.authorisation(order.value());
        assertThat(ours.state()).isNotEqualTo(State.QUARANTINED);
        assertThat(banks.path("captured").path("amount").asLong())
                .as("captured of %s", order)
                .isEqualTo(ours.captured().amount());
        assertThat(banks.path("refunded").path("amount").asLong())
                .as("refunded of %s", order)
                .isEqualTo(ours.refunded().amount());
        if (ours.state() == State.VOIDED) {
            assertThat(banks.path("state").asText()).as("state of %s", order).isEqualTo("voided");
        }
    }

    private static boolean holdsACardNumber(String text) {
        return text.contains(GOOD_CARD)
                || text.contains("\"cvc\"")
                || CARD_NUMBER.matcher(text).results().anyMatch(found -> passesLuhn(found.group()));
    }

    private static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
