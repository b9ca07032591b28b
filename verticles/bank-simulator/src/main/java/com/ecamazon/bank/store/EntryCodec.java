package com.ecamazon.bank.store;

import com.ecamazon.bank.domain.Fact;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Instant;

/** Journal entries as single lines of JSON; times are milliseconds since 1970. */
final class EntryCodec {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(Entry.class, EntryKinds.class)
            .addMixIn(Fact.class, FactKinds.class)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, new Millis())
                    .addDeserializer(Instant.class, new FromMillis()))
            .build();
    private static final ObjectWriter WRITER = JSON.writerFor(Entry.class);
    private static final ObjectReader READER = JSON.readerFor(Entry.class);

    private EntryCodec() {}

    static byte[] encode(Entry entry) {
        try {
            return WRITER.writeValueAsBytes(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Journal entries are always JSON", e);
        }
    }

    static Entry decode(byte[] line) throws IOException {
        return READER.readValue(line);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "e")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Entry.Happened.class, name = "fact"),
        @JsonSubTypes.Type(value = Entry.Delivered.class, name = "delivered"),
        @JsonSubTypes.Type(value = Entry.Parked.class, name = "parked"),
        @JsonSubTypes.Type(value = Entry.MerchantSet.class, name = "merchant")
    })
    private interface EntryKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "f")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Fact.CardStored.class, name = "card"),
        @JsonSubTypes.Type(value = Fact.Authorized.class, name = "authorized"),
        @JsonSubTypes.Type(value = Fact.Approved.class, name = "approved"),
        @JsonSubTypes.Type(value = Fact.Voided.class, name = "voided"),
        @JsonSubTypes.Type(value = Fact.Moved.class, name = "moved")
    })
    private interface FactKinds {}

    private static final class Millis extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(value.toEpochMilli());
        }
    }

    private static final class FromMillis extends JsonDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Instant.ofEpochMilli(in.getLongValue());
        }
    }
}
