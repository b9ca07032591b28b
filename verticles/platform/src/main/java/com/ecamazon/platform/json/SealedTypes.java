package com.ecamazon.platform.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the variants of sealed interfaces, so that contracts carry no annotation of a JSON library. Where a sealed interface
 * is the declared type, the variant's simple name is written as {@code type}.
 */
final class SealedTypes extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        return annotated.getRawType().isSealed() && annotated.getRawType().isInterface()
                ? JsonTypeInfo.Value.construct(
                        JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "type", null, false, Boolean.TRUE, null)
                : super.findPolymorphicTypeInfo(config, annotated);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
        var type = annotated.getRawType();
        return type.isSealed() && type.isInterface()
                ? variants(type)
                        .map(variant -> new NamedType(variant, variant.getSimpleName()))
                        .toList()
                : super.findSubtypes(annotated);
    }

    /** The records below a sealed interface; the type itself when it is not sealed. */
    static Stream<Class<?>> variants(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(SealedTypes::variants)
                : Stream.of(type);
    }

    static List<Class<?>> allVariants(Class<?> type) {
        return new ArrayList<>(variants(type).toList());
    }
}
