package com.ecamazon.contract;

import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address, in lower case. */
public record Email(String value) implements TextValue {
    private static final Pattern FORM = Pattern.compile("[^\\s@<>\"]{1,64}@[a-z0-9]([a-z0-9.-]{0,252}[a-z0-9])?");

    public Email {
        value = Require.text(value, "email", 254).toLowerCase(Locale.ROOT);
        Require.that(FORM.matcher(value).matches(), "email", "is not an e-mail address");
    }

    @Override
    public String toString() {
        return value;
    }
}
