package com.ecamazon.platform.json;

import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.TextValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.KeyDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.Serializers;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How contract values are written: {@link TextValue}s as plain text, enums in lower case; text is never made of numbers. */
final class ContractModule extends SimpleModule {
    private static final long serialVersionUID = 1;

    ContractModule() {
        super("contracts");
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addSerializers(new Writers());
        context.addDeserializers(new Readers());
        context.addKeySerializers(new KeyWriters());
        context.addKeyDeserializers(new KeyReaders());
    }

    private static final class Writers extends Serializers.Base {
        @Override
        public @Nullable JsonSerializer<?> findSerializer(
                SerializationConfig config, JavaType type, BeanDescription description) {
            if (type.isTypeOrSubTypeOf(TextValue.class)) {
                return new TextWriter();
            }
            return type.isEnumType() ? new EnumWriter(false) : null;
        }
    }

    private static final class KeyWriters extends Serializers.Base {
        @Override
        public @Nullable JsonSerializer<?> findSerializer(
                SerializationConfig config, JavaType type, BeanDescription description) {
            return type.isEnumType() ? new EnumWriter(true) : null;
        }
    }

    private static final class Readers extends Deserializers.Base {
        @Override
        public @Nullable JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) {
            return type.isTypeOrSubTypeOf(TextValue.class) && type.isConcrete()
                    ? new TextReader(type.getRawClass())
                    : null;
        }

        @Override
        public JsonDeserializer<?> findEnumDeserializer(
                Class<?> type, DeserializationConfig config, BeanDescription description) {
            return new EnumReader(type);
        }
    }

    private static final class KeyReaders implements KeyDeserializers {
        @Override
        public @Nullable KeyDeserializer findKeyDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) {
            if (type.isTypeOrSubTypeOf(TextValue.class)) {
                var reader = new TextReader(type.getRawClass());
                return new KeyDeserializer() {
                    @Override
                    public Object deserializeKey(String key, DeserializationContext context) {
                        return reader.of(key);
                    }
                };
            }
            if (type.isEnumType()) {
                return new KeyDeserializer() {
                    @Override
                    public Object deserializeKey(String key, DeserializationContext context) {
                        return EnumReader.of(type.getRawClass(), key);
                    }
                };
            }
            return null;
        }
    }

    private static final class TextWriter extends JsonSerializer<TextValue> {
        @Override
        public void serialize(TextValue value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.value());
        }
    }

    private static final class TextReader extends JsonDeserializer<Object> {
        private final MethodHandle constructor;

        TextReader(Class<?> type) {
            try {
                constructor = MethodHandles.publicLookup()
                        .findConstructor(type, MethodType.methodType(void.class, String.class))
                        .asType(MethodType.methodType(Object.class, String.class));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a TextValue is a public record of one text: " + type, e);
            }
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                throw new InvalidRequest(JsonFaults.pointer(in.getParsingContext()), "must be text");
            }
            return of(in.getText());
        }

        Object of(String text) {
            try {
                return constructor.invokeExact(text);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class EnumWriter extends JsonSerializer<Enum<?>> {
        private final boolean key;

        EnumWriter(boolean key) {
            this.key = key;
        }

        @Override
        public void serialize(Enum<?> value, JsonGenerator out, SerializerProvider provider) throws IOException {
            var name = value.name().toLowerCase(Locale.ROOT);
            if (key) {
                out.writeFieldName(name);
            } else {
                out.writeString(name);
            }
        }
    }

    private static final class EnumReader extends JsonDeserializer<Object> {
        private final Class<?> type;

        EnumReader(Class<?> type) {
            this.type = type;
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                throw new InvalidRequest(JsonFaults.pointer(in.getParsingContext()), "must be text");
            }
            try {
                return of(type, in.getText());
            } catch (IllegalArgumentException e) {
                throw new InvalidRequest(JsonFaults.pointer(in.getParsingContext()), "must be one of the known values");
            }
        }

        static Object of(Class<?> type, String text) {
            for (var constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().toLowerCase(Locale.ROOT).equals(text)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException("must be one of the known values");
        }
    }
}
