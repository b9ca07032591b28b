package com.ecamazon.contract;

/** A value with a type of its own that is written as plain text, such as an id. */
public interface TextValue {
    String value();
}
