package com.ecamazon.loadtest.chaos;

import java.io.IOException;

/** Whether this machine lets us make networks, which takes root and the command {@code ip}. */
final class Networks {
    private static final String PROBE = "ecamazon-probe";

    private Networks() {}

    static boolean canBeMade() throws InterruptedException {
        return ip("add") && ip("del");
    }

    private static boolean ip(String verb) throws InterruptedException {
        try {
            return new ProcessBuilder("ip", "netns", verb, PROBE).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
