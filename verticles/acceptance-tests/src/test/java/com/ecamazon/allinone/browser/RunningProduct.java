package com.ecamazon.allinone.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ecamazon.allinone.ProductProcess;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a {@link Visitor} of the one product that all browser tests of a JVM share. It starts with the first class and
 * stops after the last. A visit that met an error in the browser fails its test; without Chromium the tests are skipped.
 */
final class RunningProduct implements BeforeAllCallback, ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(RunningProduct.class);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private record Running(ProductProcess product, Chromium chromium) implements AutoCloseable {
        @Override
        public void close() {
            chromium.close();
            product.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        assumeTrue(Chromium.find().isPresent(), "Chromium is not installed (Debian: apt-get install chromium).");
        running(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitor.class;
    }

    @Override
    public Visitor resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var running = running(context);
        var visitor =
                new Visitor(running.chromium().browser(), running.product().url(), PATIENCE);
        context.getStore(NAMESPACE).put(Visitor.class, visitor);
        return visitor;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var visitor = context.getStore(NAMESPACE).remove(Visitor.class, Visitor.class);
        if (visitor != null) {
            visitor.leave(context.getExecutionException().isPresent());
        }
    }

    private static Running running(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .getOrComputeIfAbsent(Running.class, key -> start(), Running.class);
    }

    private static Running start() {
        PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
        var product = ProductProcess.start();
        try {
            return new Running(product, Chromium.launch(Chromium.find().orElseThrow()));
        } catch (RuntimeException e) {
            product.close();
            throw e;
        }
    }
}
