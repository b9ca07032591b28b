package com.ecamazon.platform.json;

import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.List;

/**
 * The JSON of bus and REST. Types are never coerced ({@code "2"}, {@code 1.5} and {@code null} are no quantity), unknown
 * fields are ignored, depth and size are bounded.
 */
public final class Json {
    static final ObjectMapper MAPPER = mapper();

    private Json() {}

    private static ObjectMapper mapper() {
        var builder = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new ContractModule())
                .annotationIntrospector(new SealedTypes())
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
        var mapper = builder.build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(40)
                        .maxNumberLength(30)
                        .build());
        mapper.configOverride(Problem.Fault.class)
                .setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));
        return mapper;
    }

    /** The value as its own class; a sealed interface's variant is written without its name. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass().getSimpleName(), e);
        }
    }

    /** The value as the declared type, with the variant's name where that is a sealed interface. */
    public static byte[] write(Object value, JavaType declared) {
        try {
            return MAPPER.writerFor(declared).writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass().getSimpleName(), e);
        }
    }

    /** Reads a record; fails with {@link InvalidRequest} that says where it is wrong. */
    public static <T> T read(byte[] json, Class<T> type) {
        return read(json, MAPPER.constructType(type));
    }

    /** Reads a value of a generic type; fails with {@link InvalidRequest}. */
    public static <T> T read(byte[] json, JavaType type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new InvalidRequest("", "the body is empty");
            }
            return value;
        } catch (IOException | IllegalArgumentException e) {
            throw JsonFaults.of(e);
        }
    }

    /** Reads JSON without a type; fails with {@link InvalidRequest}. */
    public static JsonNode tree(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw JsonFaults.of(e);
        }
    }

    /** Makes a record of a tree; fails with {@link InvalidRequest}. */
    public static <T> T read(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (IOException | IllegalArgumentException e) {
            throw JsonFaults.of(e);
        }
    }

    public static JavaType type(Class<?> raw) {
        return MAPPER.constructType(raw);
    }

    public static JavaType type(Class<?> raw, Class<?> parameter) {
        return MAPPER.getTypeFactory().constructParametricType(raw, parameter);
    }

    /** The type of a record's component. */
    public static JavaType type(RecordComponent component) {
        return MAPPER.constructType(component.getGenericType());
    }

    /** Makes a value of a text, such as an id or an enum's constant; fails with {@link InvalidRequest}. */
    public static Object text(String text, JavaType type) {
        try {
            return MAPPER.convertValue(text, type);
        } catch (IllegalArgumentException e) {
            throw JsonFaults.of(e);
        }
    }

    /** The records that a declared type can be: the variants of a sealed interface, or the type itself. */
    public static List<Class<?>> variants(Class<?> declared) {
        return SealedTypes.allVariants(declared);
    }

    /** An object to fill with members. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }
}
