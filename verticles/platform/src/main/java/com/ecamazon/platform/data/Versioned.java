package com.ecamazon.platform.data;

/**
 * An aggregate as it was loaded or saved.
 *
 * @param version grows with each change; guards the next one
 */
public record Versioned<S>(String id, long version, S state) {}
