package com.ecamazon.platform.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/** Records to documents and back. Instants become dates, so that a range of time is a range in the database. */
public final class DocumentMapper {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new ContractModule())
            .addModule(new SimpleModule("documents")
                    .addSerializer(Instant.class, new DateWriter())
                    .addDeserializer(Instant.class, new DateReader())
                    .addSerializer(JsonObject.class, new ObjectWriter())
                    .addSerializer(JsonArray.class, new ArrayWriter()))
            .annotationIntrospector(new SealedTypes())
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private DocumentMapper() {}

    /** The value as its declared type. */
    @SuppressWarnings("unchecked") // A record is written as an object.
    public static JsonObject write(Object value, JavaType declared) {
        try (var buffer = new TokenBuffer(MAPPER, false)) {
            MAPPER.writerFor(declared).writeValue(buffer, value);
            try (var parser = buffer.asParser()) {
                return new JsonObject((Map<String, Object>) MAPPER.readValue(parser, Map.class));
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot store " + value.getClass().getSimpleName(), e);
        }
    }

    /** The value of a document. */
    public static <T> T read(JsonObject document, JavaType type) {
        return MAPPER.convertValue(document, type);
    }

    private static final class DateWriter extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject();
            out.writeStringField("$date", value.toString());
            out.writeEndObject();
        }
    }

    private static final class DateReader extends JsonDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() == JsonToken.START_OBJECT) {
                in.nextToken();
                in.nextToken();
                var instant = Instant.parse(in.getText());
                in.nextToken();
                return instant;
            }
            return Instant.parse(in.getText());
        }
    }

    private static final class ObjectWriter extends JsonSerializer<JsonObject> {
        @Override
        public void serialize(JsonObject value, JsonGenerator out, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(value.getMap(), out);
        }
    }

    private static final class ArrayWriter extends JsonSerializer<JsonArray> {
        @Override
        public void serialize(JsonArray value, JsonGenerator out, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(value.getList(), out);
        }
    }
}
