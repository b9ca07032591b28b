package com.ecamazon.allinone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.ecamazon.contract.Role;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;

/** Somebody with a browser of their own, which notes every error that its console and its pages report. */
final class Visitor {
    private static final Path PICTURES = Path.of("target", "browser");

    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();

    Visitor(Browser browser, String url, Duration patience) {
        this.context = browser.newContext(
                new Browser.NewContextOptions().setBaseURL(url).setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout((double) patience.toMillis());
        context.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                errors.add(message.page().url() + ": " + message.text() + " (" + message.location() + ")");
            }
        });
        context.onWebError(error -> errors.add(error.page().url() + ": " + error.error()));
        this.page = context.newPage();
    }

    Page page() {
        return page;
    }

    /** Opens a page of the product. */
    void open(String path) {
        page.navigate(path);
    }

    /** What the page calls by this name for tests. */
    Locator at(String test) {
        return page.locator("[data-test='" + test + "']");
    }

    /** The field of a form. */
    void enter(String name, String value) {
        page.locator("[data-test='field-" + name + "']").first().fill(value);
    }

    /** Signs in to the consoles with the demo account of the role, and opens the page of that console. */
    void openConsole(Role role, String name) {
        var word = role.name().toLowerCase(Locale.ROOT);
        open("/console/" + name + ".html");
        enter("email", word + "@demo.ecamazon.test");
        enter("password", "demo-" + word);
        at("sign-in").click();
        assertThat(at("signed-in-as")).isVisible();
    }

    /** Closes the browser, keeping a picture when the visit failed. An error that was noted fails a visit that went well so far. */
    void leave(boolean failed) {
        try {
            if (failed) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(System.currentTimeMillis() + ".png"))
                        .setFullPage(true));
            }
            Assertions.assertThat(errors)
                    .as("errors in the console of the browser")
                    .isEmpty();
        } finally {
            context.close();
        }
    }
}
