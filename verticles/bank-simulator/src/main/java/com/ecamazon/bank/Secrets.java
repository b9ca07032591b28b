package com.ecamazon.bank;

/**
 * What merchant and bank share; never shown as text.
 *
 * @param apiKey the bearer token of every merchant call
 * @param webhookSecret key of the callback signatures, {@code whsec_<base64>} or plain text
 */
public record Secrets(String apiKey, String webhookSecret) {

    public Secrets {
        if (apiKey.isBlank() || webhookSecret.isBlank()) {
            throw new IllegalArgumentException("The API key and the webhook secret must not be empty");
        }
    }

    @Override
    public String toString() {
        return "secrets";
    }
}
