package com.ecamazon.bank;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How to run a bank.
 *
 * @param host address to listen on
 * @param port 0 takes any free one
 * @param data folder that only this bank uses; created when missing
 * @param callbackUrl where callbacks go; empty keeps what the data folder says
 * @param pendingPause how long the number 4000000000003220 stays pending
 * @param compactAbove size of the journal in bytes from which a start may rewrite it
 */
public record BankOptions(
        String host,
        int port,
        Path data,
        Secrets secrets,
        Optional<URI> callbackUrl,
        Duration pendingPause,
        CallbackPolicy callbacks,
        long compactAbove) {

    private static final long COMPACT_ABOVE = 64L << 20;

    /** A bank on any free loopback port. */
    public static BankOptions of(Path data, Secrets secrets) {
        return new BankOptions(
                "127.0.0.1",
                0,
                data,
                secrets,
                Optional.empty(),
                Duration.ofMillis(400),
                CallbackPolicy.STANDARD,
                COMPACT_ABOVE);
    }

    public BankOptions listeningOn(String newHost, int newPort) {
        return new BankOptions(newHost, newPort, data, secrets, callbackUrl, pendingPause, callbacks, compactAbove);
    }

    public BankOptions callingBack(URI url) {
        return new BankOptions(host, port, data, secrets, Optional.of(url), pendingPause, callbacks, compactAbove);
    }

    public BankOptions pendingFor(Duration pause) {
        return new BankOptions(host, port, data, secrets, callbackUrl, pause, callbacks, compactAbove);
    }

    public BankOptions trying(CallbackPolicy policy) {
        return new BankOptions(host, port, data, secrets, callbackUrl, pendingPause, policy, compactAbove);
    }

    public BankOptions compactingAbove(long bytes) {
        return new BankOptions(host, port, data, secrets, callbackUrl, pendingPause, callbacks, bytes);
    }
}
