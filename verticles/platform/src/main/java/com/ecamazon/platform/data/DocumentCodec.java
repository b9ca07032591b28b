package com.ecamazon.platform.data;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.impl.codec.json.JsonObjectCodec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.jspecify.annotations.Nullable;

/**
 * Documents as the database client carries them, but the records in them go to BSON and come from it by their shapes, and an
 * instant is a value. A record's object is kept as its bytes until somebody knows its type.
 */
final class DocumentCodec extends JsonObjectCodec {
    /** The fields whose objects are records. */
    private static final Set<String> RECORDS = Set.of("state", "event");

    DocumentCodec() {
        super(new JsonObject());
    }

    @Override
    public void writeDocument(BsonWriter writer, @Nullable String name, Object value, EncoderContext context) {
        writer.writeStartDocument();
        for (var field : ((JsonObject) value).getMap().entrySet()) {
            writer.writeName(field.getKey());
            writeValue(writer, field.getKey(), field.getValue(), context);
        }
        writer.writeEndDocument();
    }

    @Override
    protected void writeArray(BsonWriter writer, @Nullable String name, Object value, EncoderContext context) {
        writer.writeStartArray();
        for (var element : ((JsonArray) value).getList()) {
            writeValue(writer, null, element, context);
        }
        writer.writeEndArray();
    }

    @Override
    @SuppressWarnings("unchecked") // The client's own maps have texts as keys.
    public void writeValue(BsonWriter writer, @Nullable String name, @Nullable Object value, EncoderContext context) {
        switch (value) {
            case Typed typed -> typed.write(writer);
            case Instant at -> writer.writeDateTime(at.toEpochMilli());
            case Map<?, ?> map -> super.writeValue(writer, name, new JsonObject((Map<String, Object>) map), context);
            case List<?> list -> writeArray(writer, name, new JsonArray(list), context);
            case null, default -> super.writeValue(writer, name, value, context);
        }
    }

    @Override
    public JsonObject readDocument(BsonReader reader, DecoderContext context) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        reader.readStartDocument();
        for (var type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
            var name = reader.readName();
            fields.put(
                    name,
                    type == BsonType.DOCUMENT && RECORDS.contains(name)
                            ? Untyped.read(reader)
                            : readValue(reader, context));
        }
        reader.readEndDocument();
        return new JsonObject(fields);
    }

    @Override
    protected Object readDateTime(BsonReader reader, DecoderContext context) {
        return Instant.ofEpochMilli(reader.readDateTime());
    }
}
