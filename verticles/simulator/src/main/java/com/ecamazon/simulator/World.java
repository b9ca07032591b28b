package com.ecamazon.simulator;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Domain;
import com.ecamazon.payment.PaymentApp;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.Secrets;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.Settings;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Outbox;
import com.ecamazon.shipping.ShippingApp;
import com.ecamazon.shop.ShopApp;
import com.ecamazon.simulator.store.Data;
import com.ecamazon.simulator.store.Passage;
import com.ecamazon.simulator.store.StoreClient;
import com.ecamazon.stock.StockApp;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The four domains of the order path, each with its store, on one network; instances die where the plan says, and others start. */
final class World implements WritePoints {
    private static final String SECRET = "known to everybody here";
    private static final Settings SETTINGS =
            new Settings(Map.of("BANK_API_KEY", SECRET, "BANK_WEBHOOK_SECRET", SECRET));
    private static final Secrets SECRETS = new Secrets(SECRET);
    private static final Data EMPTY = new Data(true);
    private static final int CACHE = 1_000;
    private static final long START_AGAIN_MICROS = 1_000_000;

    private final VirtualTime time;
    private final Weather weather = new Weather();
    private final Chances chances;
    private final Trace trace;
    private final Network network;
    private final SimulatedBank bank;
    private final Plan plan;
    private final Map<Domain, Data> stores;
    private final Map<Domain, Service> services = new EnumMap<>(Domain.class);
    private final Map<Life, Domain> living = new HashMap<>();
    private final Map<Domain, Integer> down = new EnumMap<>(Domain.class);
    private boolean counting;
    private int writes;
    private int started;
    private long lastCrash;

    /** @param stores what each domain has stored before */
    World(Plan plan, Map<Domain, Data> stores, Instant start, boolean told) {
        time = new VirtualTime(start);
        this.plan = plan;
        this.stores = stores;
        chances = new Chances(plan.seed());
        trace = new Trace(time, told);
        network = new Network(time, chances.split(), weather, trace);
        var callbacks = new Callbacks(time, chances.split(), weather, bus(Caller.GUEST), SECRET);
        bank = new SimulatedBank(time, chances.split(), weather, callbacks, plan.defect() == Defect.FORGETFUL_BANK);
        for (var service : new Service[] {StockApp.SERVICE, ShopApp.SERVICE, ShippingApp.SERVICE}) {
            services.put(service.domain(), service);
        }
        for (var domain : stores.keySet()) {
            for (int i = 0; i < plan.instances(); i++) {
                start(domain);
            }
        }
    }

    VirtualTime time() {
        return time;
    }

    Weather weather() {
        return weather;
    }

    Network network() {
        return network;
    }

    SimulatedBank bank() {
        return bank;
    }

    Trace trace() {
        return trace;
    }

    /** A series of chances of its own. */
    Chances chances() {
        return chances.split();
    }

    /** What a domain has stored. */
    Data data(Domain domain) {
        return stores.getOrDefault(domain, EMPTY);
    }

    /** How somebody outside asks; that life has no end. */
    SimulatedBus bus(Caller caller) {
        return new SimulatedBus(network, time, new Life(), caller);
    }

    /** From now on writes are numbered, and their instances die as planned. */
    void countWrites() {
        counting = true;
    }

    /** How many writes were numbered. */
    int writes() {
        return writes;
    }

    /** When the last instance that died was replaced, in microseconds since the start. */
    long lastCrash() {
        return lastCrash;
    }

    /** The domains that an instance is missing of. */
    List<String> down() {
        return down.entrySet().stream()
                .filter(missing -> missing.getValue() > 0)
                .map(missing -> missing.getKey() + " is down")
                .toList();
    }

    private void start(Domain domain) {
        var life = new Life();
        living.put(life, domain);
        var name = domain.address() + "@" + ++started;
        trace.note(name, "starts");
        var vertx = SimulatedVertx.of(time, life);
        var bus = new SimulatedBus(network, time, life, Caller.domain(domain));
        var outbox = new Outbox(domain, bus);
        var client = StoreClient.of(data(domain), new StoreLine(time, chances.split(), weather, life, this));
        var luck = chances.split();
        var platform = new Platform(
                new Instance(network, life),
                vertx,
                bus,
                new Database(vertx, client, outbox, time, luck, CACHE),
                outbox,
                time,
                luck,
                SETTINGS,
                SECRETS,
                new CompositeMeterRegistry(),
                name);
        service(domain, life).verticle().apply(platform).start().onFailure(failure -> {
            trace.note(name, "could not start: " + failure);
            crash(life, START_AGAIN_MICROS);
        });
    }

    private Service service(Domain domain, Life life) {
        var service = services.get(domain);
        return service == null
                ? PaymentApp.over(platform -> new SimulatedBankLine(time, chances.split(), weather, life, bank, trace))
                : service;
    }

    private void crash(Life life, long downMicros) {
        var domain = living.remove(life);
        if (domain != null) {
            trace.note(domain.address(), "dies");
            lastCrash = time.micros() + downMicros;
            down.merge(domain, 1, Integer::sum);
            life.end();
            network.died(domain, life);
            time.after(downMicros, () -> {
                down.merge(domain, -1, Integer::sum);
                start(domain);
            });
        }
    }

    @Override
    public boolean make(Passage.Write write, Life life) {
        var domain = living.get(life);
        if (domain == null || !counting) {
            write.apply().run();
            trace.note(
                    "a store", write.collection() + " " + write.what() + (domain == null ? " of one that died" : ""));
            return true;
        }
        int number = ++writes;
        var point =
                plan.crashes().stream().filter(crash -> crash.write() == number).findFirst();
        boolean made = point.map(CrashPoint::made).orElse(true);
        trace.note(domain.address(), number + (made ? " " : " not made: ") + write.collection() + " " + write.what());
        if (made && !plan.defect().loses(number)) {
            write.apply().run();
        }
        point.ifPresent(crash -> crash(life, TimeUnit.MILLISECONDS.toMicros(crash.downMillis())));
        return point.isEmpty();
    }
}
