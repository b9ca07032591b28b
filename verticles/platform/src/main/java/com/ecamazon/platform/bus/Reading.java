package com.ecamazon.platform.bus;

/** How busy an instance was since the last reading. */
public record Reading(double requestsPerSecond, double errorsPerSecond, double p99Millis) {}
