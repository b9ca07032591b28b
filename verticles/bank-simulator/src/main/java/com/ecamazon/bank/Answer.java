package com.ecamazon.bank;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a request is answered.
 *
 * @param notice number of the callback that the request caused, 0 for none
 */
record Answer(int status, JsonNode body, long notice) {

    static Answer ok(JsonNode body) {
        return new Answer(200, body, 0);
    }

    static Answer created(JsonNode body) {
        return new Answer(201, body, 0);
    }
}
