package com.ecamazon.platform.data;

import org.bson.BsonReader;
import org.bson.BsonWriter;

/** How values of one declared type look in a document. */
interface Shape {
    /** Writes a value that is there; where none is, whoever holds it writes a null. */
    void write(BsonWriter out, Object value);

    /** Reads the value that comes next. */
    Object read(BsonReader in);
}
