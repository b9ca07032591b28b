package com.ecamazon.notification.domain;

/** Somebody to be told something. */
public record Telling(Audience audience, Message message) {}
