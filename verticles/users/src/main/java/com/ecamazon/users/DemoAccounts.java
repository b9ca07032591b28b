package com.ecamazon.users;

import com.ecamazon.contract.Email;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.users.Accounts.Register;
import com.ecamazon.platform.Settings;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accounts to try everything with: one per role, and a driver per vehicle. They are made when {@code DEMO=true} and only
 * then, and one that is left over from a demo lets nobody in outside it. Their user ids are fixed, such as
 * {@code demo-customer} and {@code demo-driver-3}.
 */
final class DemoAccounts {
    static final String SETTING = "DEMO";

    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);
    private static final String AT = "@demo.ecamazon.test";
    private static final int DRIVERS = 10;

    private final Settings settings;
    private final Registering registering;

    private record Demo(String name, Role role) {
        UserId id() {
            return new UserId("demo-" + name);
        }

        Register register() {
            return new Register(new Email(name + AT), "demo-" + nameOf(role), "Demo " + name.replace('-', ' '));
        }
    }

    DemoAccounts(Settings settings, Registering registering) {
        this.settings = settings;
        this.registering = registering;
    }

    /** Makes those that are not there, one after the other, so that others can sign in meanwhile. */
    Future<Void> open() {
        Future<Void> made = Future.succeededFuture();
        if (settings.isOn(SETTING)) {
            for (var demo : all()) {
                made = made.compose(done -> make(demo));
            }
        }
        return made;
    }

    private Future<Void> make(Demo demo) {
        return registering
                .ensure(demo.id(), demo.register(), Set.of(demo.role()), true)
                .onSuccess(made -> {
                    if (!made) {
                        LOG.warn("{} is somebody's own account", demo.id());
                    }
                })
                .mapEmpty();
    }

    private static List<Demo> all() {
        var all = new ArrayList<Demo>();
        for (var role : Role.values()) {
            all.add(new Demo(nameOf(role), role));
        }
        for (int driver = 1; driver <= DRIVERS; driver++) {
            all.add(new Demo("driver-" + driver, Role.DRIVER));
        }
        return all;
    }

    private static String nameOf(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
