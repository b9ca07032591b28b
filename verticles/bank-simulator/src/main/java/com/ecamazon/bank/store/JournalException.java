package com.ecamazon.bank.store;

/** The journal cannot be opened; the message is one sentence for the person who starts the bank. */
public final class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1;

    JournalException(String message, Throwable cause) {
        super(message, cause);
    }

    JournalException(String message) {
        super(message);
    }
}
