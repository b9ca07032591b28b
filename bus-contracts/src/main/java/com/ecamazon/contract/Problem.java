package com.ecamazon.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal that is no business answer of one operation (bad request, not found, away ...) as RFC 9457 shows it.
 *
 * @param code stable, such as {@code NOT_FOUND}
 */
public record Problem(
        int status, String code, String title, @Nullable String detail, List<Fault> errors) {
    /**
     * One thing that is wrong.
     *
     * @param pointer a JSON Pointer (RFC 6901) into the request or the cart
     * @param available how many units there are, where that is the reason
     */
    public record Fault(
            String pointer,
            @Nullable String message,
            @Nullable Sku sku,
            @Nullable Integer available) {}

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(int status, String code, String title) {
        return new Problem(status, code, title, null, List.of());
    }

    public static Problem invalid(String pointer, String message) {
        return new Problem(
                400, "INVALID", "The request is not valid.", message, List.of(new Fault(pointer, message, null, null)));
    }

    public static Problem notSignedIn() {
        return of(401, "NOT_SIGNED_IN", "Sign in first.");
    }

    public static Problem forbidden() {
        return of(403, "FORBIDDEN", "Your role does not allow this.");
    }

    public static Problem notFound() {
        return of(404, "NOT_FOUND", "There is no such thing, or it is not yours.");
    }

    /** Somebody else changed the object at the same time; a retry is safe. */
    public static Problem conflict() {
        return of(409, "CONFLICT", "It was changed meanwhile; load it again.");
    }

    /** No instance answered in time. */
    public static Problem unavailable(Domain domain) {
        return new Problem(
                503, "UNAVAILABLE", "This part of the shop is away; try again soon.", domain.address(), List.of());
    }

    /** Something failed that should not. */
    public static Problem internal() {
        return of(500, "INTERNAL", "Something went wrong on our side.");
    }
}
