package com.ecamazon.platform.bus;

import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.platform.json.Json;
import com.ecamazon.platform.json.Replies;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came back: a reply variant or a problem, with the status, headers and bytes that an HTTP client gets. The bytes are
 * made when first needed, so in one JVM a reply between domains is never encoded.
 */
public final class Answer {
    private final int status;
    private final String variant;
    private final String contentType;
    private final Map<String, String> headers;
    private @Nullable Object value;
    private byte @Nullable [] body;

    Answer(
            int status,
            String variant,
            String contentType,
            Map<String, String> headers,
            @Nullable Object value,
            byte @Nullable [] body) {
        this.status = status;
        this.variant = variant;
        this.contentType = contentType;
        this.headers = headers;
        this.value = value;
        this.body = body;
    }

    /** The answer that a reply makes. */
    public static Answer of(Object reply) {
        if (reply instanceof Encoded<?> encoded) {
            return encoded.answer();
        }
        var form = Replies.of(reply.getClass());
        return new Answer(
                form.status(), reply.getClass().getSimpleName(), form.contentType(), form.headers(reply), reply, null);
    }

    /** The answer of bytes that are this variant's body. */
    static Answer of(Class<?> variant, byte[] body) {
        var form = Replies.of(variant);
        return new Answer(form.status(), variant.getSimpleName(), form.contentType(), Map.of(), null, body);
    }

    static Answer of(Problem problem) {
        return new Answer(problem.status(), "", Replies.PROBLEM, Map.of(), problem, null);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The reply variant's name; empty for a problem. */
    public String variant() {
        return variant;
    }

    /** The media type of {@link #body()}. */
    public String contentType() {
        return contentType;
    }

    /** Headers for an HTTP client. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The same answer, said to be this old (RFC 9211; RFC 9111, 5.1). */
    public Answer stale(Duration age) {
        var all = new HashMap<>(headers);
        all.put("Cache-Status", "ecamazon; hit; detail=stale");
        all.put("Age", String.valueOf(Math.max(0, age.toSeconds())));
        return new Answer(status, variant, contentType, Map.copyOf(all), value, body);
    }

    /** The bytes for an HTTP client. */
    public byte[] body() {
        if (body == null && value instanceof Problem problem) {
            body = Replies.problem(problem);
        } else if (body == null && value != null) {
            body = Replies.of(value.getClass()).body(value);
        }
        return body == null ? new byte[0] : body;
    }

    /** The typed reply; a problem is thrown as {@link ProblemException}. */
    public <R> R reply(Operation<?, R> operation) {
        if (variant.isEmpty()) {
            throw new ProblemException(problem());
        }
        if (value == null) {
            value = Replies.of(variantOf(operation)).read(body());
        }
        return operation.reply().cast(value);
    }

    /** What went wrong, where there is no variant. */
    Problem problem() {
        return value instanceof Problem problem ? problem : Replies.problem(body());
    }

    private Class<?> variantOf(Operation<?, ?> operation) {
        return Json.variants(operation.reply()).stream()
                .filter(type -> type.getSimpleName().equals(variant))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.internal()));
    }
}
