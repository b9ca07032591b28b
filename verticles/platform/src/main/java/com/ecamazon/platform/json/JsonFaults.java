package com.ecamazon.platform.json;

import com.ecamazon.contract.InvalidRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.JsonMappingException;

/** Turns what the JSON library says into a request fault that a client can act on, without echoing what was sent. */
final class JsonFaults {
    private JsonFaults() {}

    static InvalidRequest of(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidRequest invalid) {
                return invalid;
            }
        }
        if (failure instanceof JsonMappingException mapping) {
            return new InvalidRequest(pointer(mapping), "has the wrong type or is missing");
        }
        return failure instanceof JsonProcessingException
                ? new InvalidRequest("", "the body is not valid JSON")
                : new InvalidRequest("", "the body cannot be read");
    }

    static String pointer(JsonStreamContext context) {
        return context.pathAsPointer().toString();
    }

    private static String pointer(JsonMappingException failure) {
        var pointer = new StringBuilder();
        for (var step : failure.getPath()) {
            pointer.append('/')
                    .append(step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName());
        }
        return pointer.toString();
    }
}
