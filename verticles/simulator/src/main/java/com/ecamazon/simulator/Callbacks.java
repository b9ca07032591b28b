package com.ecamazon.simulator;

import com.ecamazon.bank.Documents;
import com.ecamazon.bank.WebhookSignature;
import com.ecamazon.bank.domain.Money;
import com.ecamazon.bank.domain.Notice;
import com.ecamazon.contract.Caller;
import com.ecamazon.contract.payment.PaymentContract;
import com.ecamazon.contract.payment.Payments.BankCallback;
import com.ecamazon.contract.payment.Payments.CallbackReply;
import java.nio.charset.StandardCharsets;

/** The news that the bank owes us: sent until they are taken, but late, twice, wrong, forged or never when the weather is so. */
final class Callbacks {
    private static final int TRIES = 14;
    private static final long LATE_MICROS = 5_000_000;
    private static final long FIRST_PAUSE_MICROS = 250_000;

    private final VirtualTime time;
    private final Chances chances;
    private final Weather weather;
    private final SimulatedBus bus;
    private final WebhookSignature signature;
    private long last;

    Callbacks(VirtualTime time, Chances chances, Weather weather, SimulatedBus bus, String secret) {
        this.time = time;
        this.chances = chances;
        this.weather = weather;
        this.bus = bus;
        this.signature = new WebhookSignature(secret);
    }

    void owe(Notice notice) {
        var id = "evt_" + ++last;
        var faults = weather.now();
        if (chances.strikes(faults.callbackLost())) {
            return;
        }
        long delay = chances.strikes(faults.callbackLate()) ? chances.below(LATE_MICROS) : chances.below(50_000);
        time.after(delay, () -> send(id, notice, 1));
        if (chances.strikes(faults.callbackTwice())) {
            time.after(delay + chances.below(LATE_MICROS), () -> send(id, notice, 1));
        }
    }

    private void send(String id, Notice notice, int attempt) {
        var faults = weather.now();
        var told = chances.strikes(faults.callbackWrong()) ? wrong(notice) : notice;
        var body = Documents.bytes(Documents.notice(id, told));
        long seconds = time.instant().getEpochSecond();
        var signed = chances.strikes(faults.callbackForged())
                ? new WebhookSignature("forged" + chances.secret()).of(id, seconds, body)
                : signature.of(id, seconds, body);
        var call = new BankCallback(id, Long.toString(seconds), signed, new String(body, StandardCharsets.UTF_8));
        bus.call(Caller.GUEST, PaymentContract.BANK_CALLBACK, call, id).onComplete(done -> {
            boolean taken = done.succeeded() && done.result() instanceof CallbackReply.Seen;
            if (!taken && attempt < TRIES) {
                time.after(FIRST_PAUSE_MICROS << Math.min(attempt, 6), () -> send(id, notice, attempt + 1));
            }
        });
    }

    private static Notice wrong(Notice notice) {
        var amount = notice.amount();
        return new Notice(
                notice.type(),
                notice.reference(),
                notice.operationReference(),
                notice.state(),
                new Money(amount.amount() + 1, amount.currency()),
                notice.at());
    }
}
