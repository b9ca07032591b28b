package com.ecamazon.loadtest;

import java.net.URI;

/**
 * What load to make, and where; each part is a system property, since Gatling makes the simulation itself.
 *
 * @param url where the gateway listens, without a slash at its end
 * @param usersPerSecond how many people arrive each second
 * @param seconds for how long they arrive
 */
record LoadSettings(URI url, double usersPerSecond, int seconds) {
    static final String URL = "ecamazon.load.url";
    static final String RATE = "ecamazon.load.rate";
    static final String SECONDS = "ecamazon.load.seconds";

    LoadSettings {
        if (!url.isAbsolute() || url.getHost() == null) {
            throw new IllegalArgumentException("the URL must be absolute, such as http://127.0.0.1:8080");
        }
        if (!(usersPerSecond > 0 && usersPerSecond <= 10_000)) {
            throw new IllegalArgumentException("the rate must be above 0 and at most 10000 users a second");
        }
        if (seconds < 1 || seconds > 86_400) {
            throw new IllegalArgumentException("the seconds must be 1 to 86400");
        }
    }

    /** Throws {@link IllegalArgumentException} with one sentence when a value makes no sense. */
    static LoadSettings fromSystemProperties() {
        return new LoadSettings(
                URI.create(System.getProperty(URL, "http://127.0.0.1:8080").replaceAll("/+$", "")),
                number(RATE, "5"),
                (int) number(SECONDS, "60"));
    }

    private static double number(String key, String absent) {
        var text = System.getProperty(key, absent);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a number: " + text, e);
        }
    }
}
