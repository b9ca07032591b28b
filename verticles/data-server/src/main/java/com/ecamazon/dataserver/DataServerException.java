package com.ecamazon.dataserver;

/** The data server can't start or go on; the message is one sentence for the person who started it. */
public final class DataServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataServerException(String message) {
        super(message);
    }

    DataServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
