package com.ecamazon.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Settings by name, from the environment; a secret may be in a file whose path is under the name with {@code _FILE}. */
public final class Settings {
    private final Map<String, String> values;

    public Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    public static Settings fromEnvironment() {
        return new Settings(System.getenv());
    }

    /** These settings with others on top. */
    public Settings with(Map<String, String> more) {
        var all = new HashMap<>(values);
        all.putAll(more);
        return new Settings(all);
    }

    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).filter(text -> !text.isBlank());
    }

    public String text(String key, String absent) {
        return text(key).orElse(absent);
    }

    /** The text, or the content of the file that {@code key_FILE} names. */
    public Optional<String> secret(String key) {
        return text(key)
                .or(() -> text(key + "_FILE").map(file -> {
                    try {
                        return Files.readString(Path.of(file)).strip();
                    } catch (IOException e) {
                        throw new IllegalArgumentException(key + "_FILE cannot be read: " + file, e);
                    }
                }));
    }

    /** Fails with the key's name when it is no whole number. */
    public int integer(String key, int absent) {
        return text(key)
                .map(text -> {
                    try {
                        return Integer.parseInt(text);
                    } catch (NumberFormatException e) {
                        throw new IllegalArgumentException(key + " must be a whole number, not " + text, e);
                    }
                })
                .orElse(absent);
    }

    public Duration seconds(String key, int absent) {
        return Duration.ofSeconds(integer(key, absent));
    }

    public boolean isOn(String key) {
        return text(key).filter("true"::equals).isPresent();
    }
}
