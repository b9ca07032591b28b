package com.ecamazon.platform.bus;

import java.security.SecureRandom;

/** An address that is asked. */
final class Peer {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String address;
    private final long password = RANDOM.nextLong();
    private volatile long answeredAt;

    Peer(String address) {
        this.address = address;
    }

    String address() {
        return address;
    }

    /** Known to nobody but this node and who is asked here: nobody else can answer in its place. */
    long password() {
        return password;
    }

    /** When the last answer came, in epoch milliseconds. */
    long answeredAt() {
        return answeredAt;
    }

    void answered(long now) {
        answeredAt = now;
    }
}
