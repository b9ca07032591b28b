package com.ecamazon.platform.data;

/** How values of one declared type look in a document. */
interface Shape {
    /** Writes a value that is there; where none is, whoever holds it writes a null. */
    void write(BsonBytes out, Object value);

    /** Reads the value that the cursor stands on, which is not null. */
    Object read(BsonCursor in);
}
