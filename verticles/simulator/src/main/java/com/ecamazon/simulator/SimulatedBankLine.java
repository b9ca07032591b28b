package com.ecamazon.simulator;

import com.ecamazon.bank.Documents;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.payment.BankLine;
import com.ecamazon.platform.json.Json;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** One life's line to the bank: requests that may not arrive, answers that may not come back. */
final class SimulatedBankLine implements BankLine {
    private static final long LEAST_MICROS = 2_000;
    private static final long MOST_MICROS = 40_000;
    private static final long TIMEOUT_MICROS = 1_500_000;

    private final VirtualTime time;
    private final Chances chances;
    private final Weather weather;
    private final Life life;
    private final SimulatedBank bank;
    private final Trace trace;

    SimulatedBankLine(VirtualTime time, Chances chances, Weather weather, Life life, SimulatedBank bank, Trace trace) {
        this.time = time;
        this.chances = chances;
        this.weather = weather;
        this.life = life;
        this.bank = bank;
        this.trace = trace;
    }

    @Override
    public boolean isOpen() {
        return false;
    }

    @Override
    public Future<Reply> send(HttpMethod method, String path, @Nullable Object body) {
        Promise<Reply> promise = Promise.promise();
        var sent = Json.tree(body == null ? new byte[] {'{', '}'} : Json.write(body));
        var faults = weather.now();
        if (chances.strikes(faults.bankRefuses())) {
            fail(promise, latency());
        } else if (chances.strikes(faults.bankSilentBefore())) {
            fail(promise, TIMEOUT_MICROS);
        } else {
            boolean silent = chances.strikes(faults.bankSilentAfter());
            time.after(latency(), () -> {
                var said = bank.answer(method.name(), path, sent);
                trace.note("bank", method + " " + path + " " + said.status());
                if (silent) {
                    fail(promise, TIMEOUT_MICROS);
                } else {
                    var reply = new Reply(said.status(), Buffer.buffer(Documents.bytes(said.document())));
                    time.after(latency(), life.whileItLasts(() -> promise.complete(reply)));
                }
            });
        }
        return promise.future();
    }

    private void fail(Promise<Reply> promise, long micros) {
        time.after(
                micros,
                life.whileItLasts(() -> promise.fail(new ProblemException(Problem.unavailable(Domain.PAYMENT)))));
    }

    private long latency() {
        return chances.between(LEAST_MICROS, MOST_MICROS);
    }

    @Override
    public Future<Void> close() {
        return Future.succeededFuture();
    }
}
