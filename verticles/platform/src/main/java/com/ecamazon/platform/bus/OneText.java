package com.ecamazon.platform.bus;

import com.ecamazon.contract.TextValue;
import com.fasterxml.jackson.databind.JavaType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a request that is nothing but one id, such as {@code {"id":"lamp"}}, written and read without a JSON library:
 * that is what most questions are. What is not quite of this form is left to the library.
 */
final class OneText {
    private static final byte[] END = {'"', '}'};
    private static final Map<JavaType, Optional<OneText>> FORMS = new ConcurrentHashMap<>();

    private final byte[] start;
    private final Method accessor;
    private final Constructor<?> text;
    private final Constructor<?> request;

    private OneText(String name, Method accessor, Constructor<?> text, Constructor<?> request) {
        this.start = ("{\"" + name + "\":\"").getBytes(StandardCharsets.US_ASCII);
        this.accessor = accessor;
        this.text = text;
        this.request = request;
    }

    /** The form of a request's type; null where it is not one id. */
    static @Nullable OneText of(JavaType type) {
        return FORMS.computeIfAbsent(type, OneText::find).orElse(null);
    }

    private static Optional<OneText> find(JavaType type) {
        var components = type.getRawClass().getRecordComponents();
        if (components == null
                || components.length != 1
                || !components[0].getType().isRecord()
                || !TextValue.class.isAssignableFrom(components[0].getType())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OneText(
                    components[0].getName(),
                    components[0].getAccessor(),
                    components[0].getType().getConstructor(String.class),
                    type.getRawClass().getConstructor(components[0].getType())));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    /** The JSON; null where characters would have to be escaped, or there is no id. */
    byte @Nullable [] write(Object value) {
        if (!(made(() -> accessor.invoke(value)) instanceof TextValue id)) {
            return null;
        }
        var bytes = id.value().getBytes(StandardCharsets.UTF_8);
        if (!isPlain(bytes, 0, bytes.length)) {
            return null;
        }
        var json = Arrays.copyOf(start, start.length + bytes.length + END.length);
        System.arraycopy(bytes, 0, json, start.length, bytes.length);
        System.arraycopy(END, 0, json, start.length + bytes.length, END.length);
        return json;
    }

    /** The request; null where the JSON has another form. */
    @Nullable
    Object read(byte[] json) {
        int end = json.length - END.length;
        if (end < start.length
                || !Arrays.equals(json, 0, start.length, start, 0, start.length)
                || !Arrays.equals(json, end, json.length, END, 0, END.length)
                || !isPlain(json, start.length, end)) {
            return null;
        }
        var id = new String(json, start.length, end - start.length, StandardCharsets.US_ASCII);
        return made(() -> request.newInstance(text.newInstance(id)));
    }

    private static boolean isPlain(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < ' ' || bytes[i] == '"' || bytes[i] == '\\') {
                return false;
            }
        }
        return true;
    }

    private interface Making {
        @Nullable
        Object make() throws ReflectiveOperationException;
    }

    /** What the contract's own code throws is passed on as it is. */
    private static @Nullable Object made(Making making) {
        try {
            return making.make();
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
