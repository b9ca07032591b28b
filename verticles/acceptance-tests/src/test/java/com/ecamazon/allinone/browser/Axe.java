package com.ecamazon.allinone.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What axe calls serious or critical on a page. */
final class Axe {
    private static final List<String> BAD = List.of("serious", "critical");

    /** In the page itself: none of ours has frames, for which axe's own runner opens a page each time. */
    private static final String RUN = """
            async ({ bad, runOnly }) => {
                const options = { resultTypes: ['violations'], selectors: false };
                const found = await axe.run(document, runOnly.type ? { ...options, runOnly } : options);
                return found.violations
                    .filter(({ impact }) => bad.includes(impact))
                    .map(({ id, help, nodes }) => `${id} (${help}) at ${nodes.slice(0, 3).map(({ html }) => html)}`);
            }""";

    private Axe() {}

    /** The faults of the page as it is, in light and in dark. */
    static List<String> findings(Page page, String name) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        var found = new ArrayList<>(findings(name + ", light", page, Map.of()));
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        // The scheme changes nothing but colours.
        found.addAll(findings(name + ", dark", page, Map.of("type", "rule", "values", List.of("color-contrast"))));
        return found;
    }

    private static List<String> findings(String where, Page page, Map<String, Object> runOnly) {
        page.evaluate(AxeBuilder.getAxeScript());
        var found = (List<?>) page.evaluate(RUN, Map.of("bad", BAD, "runOnly", runOnly));
        return found.stream().map(fault -> where + ": " + fault).toList();
    }
}
